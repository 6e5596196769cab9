import type { SettingControl, TFile as ApiFile, TFolder as ApiFolder } from 'obsidian';

import { PathSuggest } from './path-suggest';
import type { Setting } from './setting';
import type { SettingTab } from './setting-tab';
import type { AbstractTextComponent } from './text-components';

/** What the page can do with a control later. */
export interface ControlHandle {
  setDisabled(disabled: boolean): void;
}

type Text = AbstractTextComponent<HTMLInputElement | HTMLTextAreaElement>;
type Save = (value: unknown) => Promise<void>;

/** Draws the control of a definition, bound to its key. */
export function drawControl(tab: SettingTab, setting: Setting, control: SettingControl): ControlHandle {
  const stored = tab.getControlValue(control.key);
  const value = stored ?? control.defaultValue ?? emptyValue(control);
  let turn = 0;
  const check = async (candidate: unknown): Promise<boolean> => {
    const mine = ++turn;
    const validate = control.validate as
      ((value: unknown) => string | void | Promise<string | void>) | undefined;
    const message = (await validate?.(candidate)) ?? '';
    if (mine === turn) setting.setErrorMessage(message || null);
    return message === '';
  };
  const save: Save = async (candidate) => {
    if (!control.validate || (await check(candidate))) {
      await tab.setControlValue(control.key, candidate);
      tab.refreshDomState();
    }
  };
  draw(tab, setting, control, value, save);
  if (control.validate) void check(value);
  return { setDisabled: (disabled) => void setting.setDisabled(disabled) };
}

function draw(tab: SettingTab, setting: Setting, control: SettingControl, value: unknown, save: Save): void {
  const asText = typeof value === 'string' ? value : '';
  const asNumber = typeof value === 'number' ? value : (numberDefault(control) ?? 0);
  switch (control.type) {
    case 'toggle':
      setting.addToggle((toggle) => toggle.setValue(value === true).onChange((on) => void save(on)));
      return;
    case 'dropdown':
      setting.addDropdown((dropdown) =>
        dropdown
          .addOptions(control.options)
          .setValue(asText)
          .onChange((one) => void save(one)),
      );
      return;
    case 'slider':
      setting.addSlider((slider) => {
        slider.setLimits(control.min, control.max, control.step);
        if (control.displayFormat) slider.setDisplayFormat(control.displayFormat);
        slider.setValue(asNumber).onChange((one) => void save(one));
      });
      return;
    case 'color':
      setting.addColorPicker((color) => color.setValue(asText).onChange((one) => void save(one)));
      return;
    case 'textarea':
      setting.addTextArea((area) => {
        bind(area, asText, control.placeholder, save);
        if (control.rows) area.inputEl.rows = control.rows;
      });
      return;
    case 'number':
      setting.addText((text) => {
        const { inputEl } = text;
        inputEl.type = 'number';
        for (const name of ['min', 'max', 'step'] as const) {
          if (control[name] !== undefined) inputEl.setAttribute(name, String(control[name]));
        }
        const toNumber = (one: unknown): number => {
          const parsed = Number.parseFloat(String(one));
          return Number.isFinite(parsed) ? parsed : (numberDefault(control) ?? 0);
        };
        const shown = value === undefined || value === null ? '' : String(asNumber);
        bind(text, shown, control.placeholder, (one) => save(toNumber(one)));
      });
      return;
    default: {
      setting.addText((text) => {
        bind(text, asText, control.placeholder, save);
        if (control.type === 'text') return;
        const suggest =
          control.type === 'file'
            ? new PathSuggest(tab.app, text.inputEl, 'file', (file) =>
                control.filter ? control.filter(file as unknown as ApiFile) : true,
              )
            : new PathSuggest(
                tab.app,
                text.inputEl,
                'folder',
                (folder) => (control.filter ? control.filter(folder as unknown as ApiFolder) : true),
                control.includeRoot ?? false,
              );
        suggest.onSelect((file) => {
          text.setValue(file.path);
          text.onChanged();
          suggest.close();
        });
      });
    }
  }
}

function bind(text: Text, value: string, placeholder: string | undefined, save: Save): void {
  if (placeholder !== undefined) text.setPlaceholder(placeholder);
  text.setValue(value).onChange((one) => void save(one));
}

/** What a control shows that has neither a value nor a default. */
function emptyValue(control: SettingControl): unknown {
  if (control.type === 'toggle') return false;
  if (control.type === 'slider') return control.min;
  return control.type === 'number' ? undefined : '';
}

function numberDefault(control: SettingControl): number | undefined {
  return typeof control.defaultValue === 'number' ? control.defaultValue : undefined;
}
