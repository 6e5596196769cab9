import { setIcon } from './icons';
import { Menu } from './menu';

/** The line between groups of items. */
export class MenuSeparator {
  dom = createDiv('menu-separator');
  section = '';
}

/** One line of a menu. */
export class MenuItem {
  dom: HTMLElement;
  titleEl: HTMLElement;
  iconEl: HTMLElement;
  section = '';
  disabled = false;
  isLabel = false;
  checked: boolean | null = null;
  submenu: Menu | null = null;
  private checkIconEl: HTMLElement | null = null;
  private callback: ((event: MouseEvent | KeyboardEvent) => unknown) | null = null;

  constructor(readonly menu: Menu) {
    this.dom = createDiv({ cls: 'menu-item tappable', attr: { role: 'menuitem' } });
    this.iconEl = this.dom.createDiv('menu-item-icon');
    this.titleEl = this.dom.createDiv('menu-item-title');
    this.dom.addEventListener('click', (event) => this.handleEvent(event));
    this.dom.addEventListener('mouseenter', () => menu.select(this.disabled || this.isLabel ? null : this));
  }

  setTitle(title: string | DocumentFragment): this {
    this.titleEl.setText(title);
    return this;
  }

  setIcon(icon: string | null): this {
    this.iconEl.empty();
    if (icon) setIcon(this.iconEl, icon);
    return this;
  }

  setChecked(checked: boolean | null): this {
    this.checked = checked;
    this.dom.toggleClass('mod-checked', checked === true);
    this.dom.setAttr('role', checked === null ? 'menuitem' : 'menuitemcheckbox');
    this.dom.setAttr('aria-checked', checked);
    this.checkIconEl?.remove();
    this.checkIconEl = null;
    if (checked) {
      this.checkIconEl = this.dom.createDiv('menu-item-icon mod-checked');
      setIcon(this.checkIconEl, 'check');
    }
    return this;
  }

  /** Obsidian's old name for setChecked. */
  setActive(active: boolean): this {
    return this.setChecked(active);
  }

  setDisabled(disabled: boolean): this {
    this.disabled = disabled;
    this.dom.toggleClass('is-disabled', disabled);
    this.dom.setAttr('aria-disabled', disabled || null);
    return this;
  }

  setWarning(warning: boolean): this {
    this.dom.toggleClass('is-warning', warning);
    return this;
  }

  setIsLabel(isLabel: boolean): this {
    this.isLabel = isLabel;
    this.dom.toggleClass('is-label', isLabel);
    return this;
  }

  setSection(section: string): this {
    this.section = section;
    return this;
  }

  onClick(callback: (event: MouseEvent | KeyboardEvent) => unknown): this {
    this.callback = callback;
    return this;
  }

  /** Exists at run time in Obsidian but not in its public types. */
  setSubmenu(): Menu {
    this.submenu ??= new Menu();
    this.dom.addClass('has-submenu');
    const arrow = this.dom.createDiv('menu-item-icon mod-submenu');
    setIcon(arrow, 'chevron-right');
    return this.submenu;
  }

  /** The click or the key that picks this item. */
  handleEvent(event: MouseEvent | KeyboardEvent): void {
    if (this.disabled || this.isLabel) return;
    if (this.submenu) {
      this.menu.openSubmenu(this);
      return;
    }
    this.menu.hideAll();
    this.callback?.(event);
  }
}
