import type {
  SettingDefinition,
  SettingDefinitionGroup,
  SettingDefinitionItem,
  SettingDefinitionList,
  SettingDefinitionPage,
} from 'obsidian';

import { setIcon } from './icons';
import { Setting, SettingGroup } from './setting';
import { drawControl } from './setting-controls';
import type { ControlHandle } from './setting-controls';
import { addListButtons } from './setting-list';
import { drawTitlebar } from './setting-tab';
import type { SettingTab } from './setting-tab';

type Predicate = boolean | (() => boolean) | undefined;

/** The value of `visible`, `disabled` and the like. */
export function test(predicate: Predicate, fallback: boolean): boolean {
  return typeof predicate === 'function' ? predicate() : (predicate ?? fallback);
}

interface Page {
  hide(): void;
}

/** Draws the definitions of a tab, or of one of its pages. */
export class SettingsPageView {
  readonly searches: Map<string, string>;
  private readonly rules: (() => void)[] = [];
  private readonly cleanups: (() => void)[] = [];
  private custom: Page | null = null;

  constructor(
    private readonly tab: SettingTab,
    private readonly path: string[],
    searches?: Map<string, string>,
  ) {
    this.searches = searches ?? new Map<string, string>();
  }

  draw(): void {
    this.tab.containerEl.empty();
    let items: SettingDefinitionItem[] = this.tab.settingItems;
    let page: SettingDefinitionPage | null = null;
    for (const name of this.path) {
      page = this.pages(items).find((one) => one.name === name) ?? null;
      items = page?.items ?? [];
    }
    const parent = this.tab.containerEl;
    const back = (): void => this.tab.openPage(this.path.slice(0, -1));
    if (page?.page) {
      const custom = page.page();
      drawTitlebar(custom.titlebarEl, custom.title || page.name, back);
      parent.append(custom.rootEl);
      custom.display();
      this.custom = custom;
      return;
    }
    if (page) drawTitlebar(parent.createDiv('setting-page-titlebar'), page.name, back);
    this.drawItems(items, parent);
    this.refresh();
  }

  /** Evaluates every `visible` and `disabled` again. */
  refresh(): void {
    for (const rule of this.rules) rule();
  }

  close(): void {
    this.custom?.hide();
    for (const cleanup of this.cleanups.splice(0)) cleanup();
    this.rules.length = 0;
  }

  private pages(items: SettingDefinitionItem[]): SettingDefinitionPage[] {
    return items.flatMap((item) => {
      if ('type' in item && item.type === 'page') return [item];
      if ('type' in item && item.items) return this.pages(item.items);
      return [];
    });
  }

  /** Settings without a group of their own are drawn as a group without a heading. */
  private drawItems(items: SettingDefinitionItem[], parent: HTMLElement): void {
    let loose: SettingGroup | null = null;
    for (const item of items) {
      if ('type' in item && (item.type === 'group' || item.type === 'list')) {
        loose = null;
        this.drawGroup(item, parent);
      } else {
        loose ??= new SettingGroup(parent);
        this.drawRow(item as SettingDefinition | SettingDefinitionPage, loose, 0);
      }
    }
  }

  private drawGroup(definition: SettingDefinitionGroup | SettingDefinitionList, parent: HTMLElement): void {
    const group = new SettingGroup(parent);
    if (definition.heading) group.setHeading(definition.heading);
    if (definition.cls) group.addClass(...definition.cls.split(' '));
    for (const button of definition.extraButtons ?? []) {
      group.addExtraButton((component) => void button(component));
    }
    this.rules.push(() => group.groupEl.toggle(test(definition.visible, true)));
    const items = definition.items ?? [];
    const rows = items.map((item, index) => this.drawRow(item, group, index));
    if ('onDelete' in definition || 'onReorder' in definition || 'addItem' in definition) {
      addListButtons(definition, group, rows);
    }
    if (definition.type === 'list') {
      group.addClass('setting-group-list');
      const empty = 'emptyState' in definition ? definition.emptyState : undefined;
      if (items.length === 0 && empty) {
        group.listEl.createDiv({ cls: 'setting-group-empty', text: empty });
      }
    }
    if (definition.search) this.addSearch(definition, group, items, rows);
  }

  private addSearch(
    definition: SettingDefinitionGroup,
    group: SettingGroup,
    items: SettingDefinition[],
    rows: Setting[],
  ): void {
    const search = definition.search;
    if (!search) return;
    const key = definition.heading ?? '';
    const apply = (): void => {
      const query = this.searches.get(key) ?? '';
      items.forEach((item, index) => {
        const shown = query === '' || !test(item.searchable, true) || search.match(item, query);
        if (!shown) rows[index]?.settingEl.hide();
      });
    };
    group.addSearch((component) => {
      component.setPlaceholder(search.placeholder ?? '').setValue(this.searches.get(key) ?? '');
      component.onChange((value) => {
        this.searches.set(key, value);
        this.refresh();
      });
    });
    this.rules.push(apply);
  }

  private drawRow(
    item: SettingDefinition | SettingDefinitionPage,
    group: SettingGroup,
    index: number,
  ): Setting {
    const setting = new Setting(group.listEl).setName(item.name);
    if (item.desc) setting.setDesc(typeof item.desc === 'string' ? item.desc : clone(item.desc));
    this.rules.push(() => setting.settingEl.toggle(test(item.visible, true)));
    if ('type' in item) this.drawPageLink(item, setting);
    else if (item.control) {
      const handle = drawControl(this.tab, setting, item.control);
      this.follow(handle, item.control.disabled);
    } else if (item.render) {
      const cleanup = item.render(setting, group) as unknown;
      if (typeof cleanup === 'function') this.cleanups.push(cleanup as () => void);
    } else if (item.action) {
      const { action, disabled } = item;
      this.makeClickable(setting, () => {
        if (!test(disabled, false)) action(setting.settingEl, index);
      });
      this.rules.push(() => void setting.setDisabled(test(disabled, false)));
    }
    return setting;
  }

  private follow(handle: ControlHandle, disabled: Predicate): void {
    this.rules.push(() => handle.setDisabled(test(disabled, false)));
  }

  private drawPageLink(page: SettingDefinitionPage, setting: Setting): void {
    const value = typeof page.displayValue === 'function' ? page.displayValue() : page.displayValue;
    const status = typeof page.status === 'function' ? page.status() : page.status;
    if (value !== undefined || status) {
      setting.addDisplayValue((display) => display.setValue(value ?? '').setStatus(status ?? null));
    }
    this.makeClickable(setting, () => this.tab.openPage([...this.path, page.name]));
  }

  private makeClickable(setting: Setting, action: () => void): void {
    setting.settingEl.addClass('mod-navigable', 'tappable');
    setting.settingEl.setAttrs({ role: 'button', tabindex: '0' });
    setIcon(setting.controlEl.createDiv('setting-item-chevron'), 'chevron-right');
    setting.settingEl.addEventListener('click', (event) => {
      const target = event.target instanceof Element ? event.target : null;
      if (!target?.closest('.extra-setting-button, .setting-drag-handle')) action();
    });
    setting.settingEl.addEventListener('keydown', (event) => {
      if (event.target !== setting.settingEl || (event.key !== 'Enter' && event.key !== ' ')) return;
      event.preventDefault();
      action();
    });
  }
}

function clone(fragment: DocumentFragment): DocumentFragment {
  // Drawing uses a fragment up; the definition may be drawn again.
  return fragment.cloneNode(true) as DocumentFragment;
}
