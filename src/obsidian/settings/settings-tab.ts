import {
  type App,
  type Plugin,
  PluginSettingTab,
  type SettingControl,
  type SettingDefinition,
  type SettingDefinitionItem,
  type SettingDefinitionList,
} from 'obsidian';
import { sameType } from '../../core/note/scope';
import { DEFAULT_SETTINGS, settingProblem, type Settings } from '../../core/settings';
import { countOf } from '../../core/edit/wording';
import { surveyTypes, type TypeCount } from '../type-survey';
import type { TasksPlugin } from '../tasks-plugin';
import { askForEntry, type ListKey } from './entry-modal';
import { offerStatus } from './register-status-modal';
import type { SettingsStore } from './settings-store';

const SYMBOLS: readonly (readonly [key: keyof Settings & `${string}Symbol`, name: string])[] = [
  ['proposedSymbol', 'Proposed'],
  ['acceptedSymbol', 'Accepted'],
  ['startedSymbol', 'In progress'],
  ['doneSymbol', 'Done'],
  ['rejectedSymbol', 'Rejected'],
];

/** A setting whose control stands for a value of the same key; a toggle unless something else is said. */
type Row = readonly [key: keyof Settings, name: string, desc: string, control?: Partial<SettingControl>];

const TEXT = { type: 'text' } as const;
const NUMBER = { type: 'number', min: 0 } as const;

const LIST_ROWS: readonly Row[] = [
  [
    'weekStart',
    'First day of the week',
    '',
    {
      type: 'dropdown',
      options: { locale: 'As in your language', '1': 'Monday', '0': 'Sunday', '6': 'Saturday' },
    },
  ],
  [
    'density',
    'Density',
    'Comfortable shows up to three lines of a task, compact one.',
    { type: 'dropdown', options: { comfortable: 'Comfortable', compact: 'Compact' } },
  ],
  [
    'staleWeeks',
    'Stale after weeks',
    'Proposals untouched for so long are put aside, not deleted. 0 for never.',
    NUMBER,
  ],
  ['inNoteButtons', 'Buttons in notes', 'Behind each proposal, and at the top of each note that holds some.'],
  ['singleKeys', 'Single keys', 'Letters and digits decide while the list has the focus.'],
  ['statusBar', 'Status bar', 'Says what waits. Not on phones and tablets.'],
];

const PLAN_ROWS: readonly Row[] = [
  ['dayLimit', 'Tasks a day', 'A day that holds more of your tasks is coloured. 0 for no limit.', NUMBER],
  ['captureNote', 'Note for new tasks', 'Offered first when a task is added.', { type: 'file' }],
  ['tasksForm', 'Form of the other plugin', 'Add and edit tasks with its own form, where it is switched on.'],
];

const LINE_ROWS: readonly Row[] = [
  ...SYMBOLS.map(([key, name]): Row => {
    const desc = `One character between the brackets; at first “${DEFAULT_SETTINGS[key]}”.`;
    return [key, `${name} symbol`, desc, TEXT];
  }),
  ['proposedTag', 'Proposed tag', 'An open task with this tag is a proposal. Deciding removes it.', TEXT],
  ['duplicateTag', 'Duplicate tag', 'Written when a task is closed as a copy.', TEXT],
];

const LISTS: readonly (readonly [key: ListKey, heading: string, addLabel: string, emptyState: string])[] = [
  ['noteTypes', 'Other note types', 'Add a note type', 'No other types.'],
  [
    'extraPaths',
    'Further files and folders',
    'Add a file or folder',
    'None. Notes here count whatever their type.',
  ],
  ['excludedFolders', 'Excluded folders', 'Add a folder', 'None. Notes in these folders never count.'],
  ['ownNames', 'Your names', 'Add a name', 'None. Tasks of @Myself and @Me are yours in any case.'],
];

/** Prefix of the keys of the toggles that take a note type in. */
const TYPE_KEY = 'type:';

/** The settings as definitions; Obsidian draws and searches them. */
export class TaskSettingTab extends PluginSettingTab {
  #survey: readonly TypeCount[] | null = null;

  constructor(
    app: App,
    plugin: Plugin,
    private readonly store: SettingsStore,
    private readonly tasks: Pick<TasksPlugin, 'lacks' | 'addStatus'>,
  ) {
    super(app, plugin);
    this.icon = 'list-checks';
  }

  override getSettingDefinitions(): SettingDefinitionItem[] {
    const items = (rows: readonly Row[]) => rows.map((row) => this.#item(...row));
    return [
      { type: 'group', heading: 'Note types', items: this.#typeItems() },
      ...LISTS.map((list) => this.#textList(...list)),
      this.#mergedList(),
      { type: 'group', heading: 'List', items: items(LIST_ROWS) },
      { type: 'group', heading: 'Planning', items: items(PLAN_ROWS) },
      { type: 'group', heading: 'What is written', items: [...items(LINE_ROWS), this.#registerItem()] },
    ];
  }

  override getControlValue(key: string): unknown {
    const settings = this.store.current;
    if (!key.startsWith(TYPE_KEY)) return settings[key as keyof Settings];
    return settings.noteTypes.some((type) => sameType(type, key.slice(TYPE_KEY.length)));
  }

  override async setControlValue(key: string, value: unknown): Promise<void> {
    if (!key.startsWith(TYPE_KEY)) return this.store.update({ [key]: value });
    const type = key.slice(TYPE_KEY.length);
    const others = this.store.current.noteTypes.filter((other) => !sameType(other, type));
    await this.#change({ noteTypes: value === true ? [...others, type] : others });
  }

  #typeItems(): SettingDefinition[] {
    const survey = this.#survey;
    const name = 'Note types of this vault';
    // Drawing this row is the sign that somebody looks: only then is the vault counted.
    if (!survey)
      return [{ name, desc: 'Counting notes and proposals…', render: () => void this.#runSurvey() }];
    if (survey.length === 0) return [{ name, desc: 'No note has a type property.' }];
    return survey.map(({ type, notes, proposals }) => ({
      name: type,
      desc: `${countOf(notes, 'note')}, about ${countOf(proposals, 'proposal')}`,
      control: { type: 'toggle', key: `${TYPE_KEY}${type}` },
    }));
  }

  /** Changes settings on which it depends what is drawn here. */
  async #change(changes: Partial<Settings>): Promise<void> {
    await this.store.update(changes);
    this.update();
  }

  #item(...[key, name, desc, control = { type: 'toggle' }]: Row): SettingDefinition {
    const defaultValue = DEFAULT_SETTINGS[key];
    const validate = (value: unknown) => this.#complaint(key, value);
    return { name, desc, control: { key, defaultValue, validate, ...control } as SettingControl };
  }

  /** Unless Tasks is told otherwise, one click on a proposal finishes it. */
  #registerItem(): SettingDefinition {
    const { proposedSymbol, acceptedSymbol } = this.store.current;
    return {
      name: `Give ${proposedSymbol} a status in the other plugin`,
      desc: 'So that a click on a proposal accepts it instead of completing it.',
      visible: () => this.tasks.lacks(proposedSymbol),
      action: () =>
        offerStatus(this.app, proposedSymbol, acceptedSymbol, (status) => {
          void this.tasks.addStatus(status).then(() => this.update());
        }),
    };
  }

  #complaint(key: keyof Settings, value: unknown): string | undefined {
    const problem = settingProblem(key, value);
    if (problem !== null) return problem;
    const clash = SYMBOLS.find(([other]) => other !== key && this.store.current[other] === value);
    return key.endsWith('Symbol') && clash ? `${clash[1]} has this symbol already.` : undefined;
  }

  #textList(key: ListKey, heading: string, addLabel: string, emptyState: string): SettingDefinitionList {
    const values = () => this.store.current[key];
    // Types of which there are notes have their toggles.
    const entries = values().filter(
      (value) => key !== 'noteTypes' || this.#survey?.every(({ type }) => !sameType(type, value)),
    );
    return {
      ...this.#list(heading, emptyState, entries, (index) => ({
        [key]: values().filter((value) => value !== entries[index]),
      })),
      addItem: {
        name: addLabel,
        action: () =>
          askForEntry(this.app, addLabel, key, (value) => void this.#change({ [key]: [...values(), value] })),
      },
    };
  }

  /** Names that were merged in the people tab; here they can be told apart again. */
  #mergedList(): SettingDefinitionList {
    const { mergedNames } = this.store.current;
    return this.#list(
      'Merged names',
      'None. Spellings of a person are merged in the people tab.',
      mergedNames.map(([spelling, name]) => `${spelling} is ${name}`),
      (index) => ({
        mergedNames: this.store.current.mergedNames.filter(([name]) => name !== mergedNames[index]?.[0]),
      }),
    );
  }

  /** A list of texts; `without` makes the settings in which one of them is missing. */
  #list(
    heading: string,
    emptyState: string,
    texts: readonly string[],
    without: (index: number) => Partial<Settings>,
  ): SettingDefinitionList {
    return {
      type: 'list',
      heading,
      emptyState,
      items: texts.map((name) => ({ name, searchable: false })),
      onDelete: (index) => void this.#change(without(index)),
    };
  }

  async #runSurvey(): Promise<void> {
    this.#survey = await surveyTypes(this.app, this.store.current);
    this.update();
  }

  override hide(): void {
    // The vault may look different the next time.
    this.#survey = null;
    super.hide();
  }
}
