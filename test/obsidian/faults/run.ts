import { isDeepStrictEqual } from 'node:util';
import { readLooseFrontmatter } from '../../../src/core/note/frontmatter';
import { type NoteEntry, readNote } from '../../../src/core/note/read-note';
import { isInScope } from '../../../src/core/note/scope';
import type { TaskItem } from '../../../src/core/note/task-item';
import { DEFAULT_SETTINGS, lineRules, ownNameKeys } from '../../../src/core/settings';
import { FileError } from '../../host/core/backend';
import { MemoryBackend } from '../../host/core/memory-backend';
import { computeMetadata } from '../../host/core/metadata';
import { OpenNote } from '../open-note';
import { type Rig, startRig } from '../rig';
import { type Author, CheckedWriter, DiskLog, fail } from './checked-writer';
import { anyNote, anyTask, anyVerb, editedByOthers } from './notes';
import { Random } from './random';

/** What a run did. */
export interface Figures {
  operations: number;
  faults: number;
  /** Changes by somebody else. */
  others: number;
  writes: number;
  bytes: number;
}

/** So many notes, and so many operations from one taking back of everything to the next. */
const NOTES = 200;
const EPOCH = 250;
/** So many tasks are remembered as a list that was not drawn again would. */
const OLD_TASKS = 40;

const RULES = { line: lineRules(DEFAULT_SETTINGS, null), ownNames: ownNameKeys(DEFAULT_SETTINGS) };

/** Random operations on a vault, with faults and with others at work, held against the promises after each. */
export class FaultRun {
  readonly figures: Figures = { operations: 0, faults: 0, others: 0, writes: 0, bytes: 0 };
  private readonly random: Random;
  private readonly log: DiskLog;
  private rig: Rig | null = null;
  private writer: CheckedWriter | null = null;
  /** What each note said when the epoch began, and whether anybody else has changed it since. */
  private start = new Map<string, string>();
  private readonly touched = new Set<string>();
  private readonly unchecked = new Set<string>();
  private old: TaskItem[] = [];
  private tokens = 0;

  private seenChanges = 0;

  constructor(readonly seed: number) {
    this.random = new Random(seed);
    const notes = Array.from(
      { length: NOTES },
      (_, i) => [`N${i % 7}/${i}.md`, anyNote(this.random)] as const,
    );
    this.log = new DiskLog(new MemoryBackend(Object.fromEntries(notes)));
  }

  /** Carries out operations; rejects with the broken promise, and with what leads to it again. */
  async run(operations: number): Promise<Figures> {
    try {
      for (let i = 0; i < operations; i++) {
        if (i % EPOCH === 0) await this.begin();
        await this.step();
        if (i % EPOCH === EPOCH - 1 || i === operations - 1) await this.end();
      }
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`SEED=${this.seed}, operation ${this.figures.operations}: ${why}`);
    }
    return this.figures;
  }

  /** Begins an epoch; now and then the plugin is started anew over what is on disk. */
  private async begin(): Promise<void> {
    const { backend } = this.log;
    if (this.figures.operations % (4 * EPOCH) === 0) await this.restart();
    const { rig } = this.parts;
    rig.said.length = 0;
    this.start = new Map(rig.vault.getMarkdownFiles().map(({ path }) => [path, backend.peek(path) ?? '']));
    this.touched.clear();
    this.old = [];
  }

  private async restart(): Promise<void> {
    this.rig?.feed.unload();
    this.rig?.vault.close();
    const { backend } = this.log;
    this.rig = await startRig(backend, { manual: true }, (app, feed, open) => {
      this.writer = new CheckedWriter(app, feed, this.log, () => open);
      return this.writer.write;
    });
    while (this.rig.feed.status.kind !== 'ready') await pause();
    for (const { path } of this.rig.vault.getMarkdownFiles()) this.checkNote(path);
  }

  private get parts(): { rig: Rig; writer: CheckedWriter } {
    const { rig, writer } = this;
    return rig && writer ? { rig, writer } : fail('Not started');
  }

  private async step(): Promise<void> {
    const { rig, writer } = this.parts;
    const { random, figures } = this;
    figures.operations++;
    const kind = random.below(100);
    const written = writer.writes.length;
    const entries = new Map([...rig.index.notes()].map((entry) => [entry.path, entry]));
    if (kind < 45) await this.verb();
    else if (kind < 55) await this.guarded(() => rig.actions.undo());
    else if (kind < 60) await this.guarded(() => rig.actions.redo());
    else if (kind < 70) this.others();
    else if (kind < 72) await this.moveOrDelete();
    else if (kind < 90) await this.openNotes();
    else await this.flush();
    rig.vault.faults = undefined;
    this.log.cutting = false;
    for (const view of rig.open) await view.settled();
    figures.writes += writer.writes.length - written;
    const authors = this.follow();
    // Without metadata the list may show what was written, or go on to show what it knew; never anything else. What was
    // put back is no change that was asked for: a failed one may have had the cut text read before, in this very step.
    const writes = writer.writes.slice(written);
    for (const { path } of writes) {
      // After two writes with somebody else between them, the list may know the first one only.
      if (writes.filter((other) => other.path === path).length > 1) continue;
      const entry = rig.index.note(path);
      if (entry && entry !== entries.get(path) && authors.get(path) === 'vault') this.checkNote(path);
    }
  }

  /** One or two verbs at once, with a fault or with somebody else at the same moment. */
  private async verb(): Promise<void> {
    const { rig, writer } = this.parts;
    const { random } = this;
    const tasks = [...rig.index.tasks()];
    if (tasks.length === 0) return;
    const pick = (): TaskItem =>
      random.percent(20) && this.old.length > 0 ? random.pick(this.old) : random.pick(tasks);
    const targets = (): TaskItem[] =>
      Array.from({ length: 1 + random.below(random.percent(10) ? 30 : 3) }, pick);
    this.old = [...this.old, ...targets()].slice(-OLD_TASKS);
    const chosen = targets();
    this.armFault(chosen.map(({ path }) => path));
    const from = writer.writes.length;
    const counts = await this.guarded(() =>
      Promise.all(
        Array.from({ length: random.percent(10) ? 2 : 1 }, () => rig.actions.run(anyVerb(random), chosen)),
      ),
    );
    const applied = writer.writes
      .slice(from)
      .flatMap(({ outcome }) => (outcome.kind === 'written' ? outcome.results : []))
      .filter((result) => result === 'applied').length;
    const told = counts.reduce((sum, count) => sum + count, 0);
    if (told !== applied) fail(`Told ${told} changes, made ${applied}`);
  }

  private armFault(paths: readonly string[]): void {
    const { rig } = this.parts;
    const { random, log } = this;
    const path = random.pick(paths);
    const kind = random.below(20);
    let times = 1 + random.below(2);
    const once = (other: string): boolean => other === path && times-- > 0;
    const count = (): void => void this.figures.faults++;
    const refuse = (p: string): void => {
      if (!once(p)) return;
      count();
      throw new FileError('EIO', 'EIO: i/o error');
    };
    if (kind === 0) rig.vault.faults = { onRead: refuse };
    if (kind === 1) rig.vault.faults = { onWrite: refuse };
    if (kind === 2) rig.vault.faults = { afterWrite: refuse };
    if (kind === 3) {
      rig.vault.faults = {
        cutWrite: (p, text) => {
          log.cutting = once(p);
          if (!log.cutting) return null;
          count();
          return random.below(text.length);
        },
        afterWrite: () => void (log.cutting = false),
      };
    }
    if (kind === 4 || kind === 5) {
      // Changed at the last moment, or twice.
      rig.vault.faults = { onRead: (p) => void (once(p) && this.editOutside(p)) };
    }
    if (kind === 6) {
      const file = rig.vault.getFileByPath(path);
      const item = [...rig.index.tasks()].find((task) => task.path === path);
      const tick = (text: string): string => {
        const after = item ? text.replace(item.source, item.source.replace('[?]', '[x]')) : text;
        if (after === text) return text;
        log.foreign.add(after);
        this.figures.others++;
        return after;
      };
      if (file && rig.open.every((view) => view.file !== file))
        void rig.vault.process(file, tick).catch(() => undefined);
    }
    if (kind === 7)
      rig.vault.faults = {
        onRead: (p) => void (once(p) && (count(), this.log.backend.removeOutside(p), this.touched.add(p))),
      };
  }

  /** Runs something whose failed undo leaves notes as they are. */
  private async guarded<T>(work: () => Promise<T>): Promise<T> {
    const { writer } = this.parts;
    const from = writer.writes.length;
    const result = await work();
    // A change that could not be taken back is not tried again: see what undo promises.
    for (const { path, outcome } of writer.writes.slice(from)) {
      if (outcome.kind === 'failed' || outcome.results.some((result) => result !== 'applied'))
        this.touched.add(path);
    }
    return result;
  }

  private others(): void {
    this.editOutside(this.random.pick(this.parts.rig.vault.getMarkdownFiles()).path);
  }

  private editOutside(path: string): void {
    const { backend } = this.log;
    const text = backend.peek(path);
    if (text === null) return;
    this.figures.others++;
    backend.writeOutside(path, editedByOthers(text, this.random));
  }

  private async moveOrDelete(): Promise<void> {
    const { backend } = this.log;
    const { random } = this;
    const { path } = random.pick(this.parts.rig.vault.getMarkdownFiles());
    this.figures.others++;
    this.touched.add(path);
    const name = `N${random.below(7)}/new ${this.figures.operations}.md`;
    this.touched.add(name);
    if (random.percent(50)) return backend.renameOutside(path, name);
    backend.removeOutside(path);
    backend.writeOutside(name, anyNote(random));
  }

  /** Opens, closes, types, saves, switches the mode. */
  private async openNotes(): Promise<void> {
    const { rig } = this.parts;
    const { random } = this;
    for (const gone of rig.open.filter(({ file }) => !file)) rig.open.splice(rig.open.indexOf(gone), 1);
    const view = rig.open.length > 0 ? random.pick(rig.open) : null;
    const kind = random.below(7);
    if (!view?.file || kind === 0 || kind === 1) {
      const path = view?.file && kind === 1 ? view.file.path : random.pick(rig.vault.getMarkdownFiles()).path;
      if (rig.open.length < 8) rig.open.push(await OpenNote.open(rig.vault, path));
    } else if (kind === 2) {
      await this.save(view);
      view.close();
      rig.open.splice(rig.open.indexOf(view), 1);
    } else if (kind === 3) await this.save(view);
    else if (kind === 4) view.mode = view.mode === 'source' ? 'preview' : 'source';
    else {
      const ends = [...view.text.matchAll(/$/gm)].map(({ index }) => index);
      const at = random.pick(ends.slice(-Math.ceil(ends.length / 2)));
      view.type(at, at, random.percent(50) ? ` t${this.tokens++}` : `\n${anyTask(random)}`);
      this.touched.add(view.file.path);
    }
  }

  private async save(view: OpenNote): Promise<void> {
    this.log.typed = () => true;
    await view.save().catch(() => undefined);
    this.log.typed = () => false;
  }

  private async flush(): Promise<void> {
    const { rig } = this.parts;
    await rig.metadata.flush();
    for (let i = 0; i < 3; i++) await pause();
    for (const path of this.unchecked) this.checkNote(path);
    this.unchecked.clear();
  }

  /** Takes note of what was written; tells who was the last in each note. */
  private follow(): ReadonlyMap<string, Author> {
    const { changes } = this.log;
    const authors = new Map<string, Author>();
    for (; this.seenChanges < changes.length; this.seenChanges++) {
      const change = changes[this.seenChanges];
      if (!change) continue;
      authors.set(change.path, change.author);
      this.unchecked.add(change.path);
      if (change.author === 'others' || change.author === 'typing') this.touched.add(change.path);
    }
    changes.length = 0;
    this.seenChanges = 0;
    this.log.foreign.clear();
    return authors;
  }

  /** Takes back everything: notes that nobody else has changed say what they said; the index is that of the disk. */
  private async end(): Promise<void> {
    const { rig } = this.parts;
    for (const view of rig.open) await this.save(view);
    for (const view of rig.open) await view.settled();
    for (let i = 0; i < EPOCH && rig.said.at(-1) !== 'There is nothing to undo.'; i++) {
      await this.guarded(() => rig.actions.undo());
      for (const view of rig.open) await view.settled();
    }
    this.follow();
    for (const [path, text] of this.start) {
      if (this.touched.has(path)) continue;
      this.figures.bytes += text.length;
      if (this.log.backend.peek(path) !== text) fail(`${path} is not what it was before all was undone`);
    }
    for (const view of rig.open) await this.save(view);
    await this.flush();
    for (const { path } of rig.vault.getMarkdownFiles()) this.checkNote(path);
    for (const { path } of rig.index.notes()) this.checkNote(path);
    this.figures.bytes += this.parts.writer.bytesCompared;
    this.parts.writer.bytesCompared = 0;
  }

  /** The index knows of a note what a fresh reading of its file tells. */
  private checkNote(path: string): void {
    const text = this.log.backend.peek(path);
    const known = this.parts.rig.index.note(path);
    // When the file was last changed is no part of its text.
    const entry = known ? { ...known, facts: { ...known.facts, modified: null } } : null;
    if (text !== null) this.figures.bytes += text.length;
    const wanted = text === null ? null : freshEntry(path, text);
    if (!isDeepStrictEqual(entry, wanted)) {
      const lines = (note: NoteEntry | null): unknown =>
        note &&
        note.tasks.map(({ line, heading, ordinal, source }) => `${line} ${heading}#${ordinal} ${source}`);
      const [shown, there] = [lines(entry), lines(wanted)];
      fail(`${path}: the index differs from the note\n${JSON.stringify({ text, shown, there }, null, 1)}`);
    }
  }
}

/** What was read last of each text, because most notes are the same from one check to the next. */
const fresh = new Map<string, NoteEntry | null>();

function freshEntry(path: string, text: string): NoteEntry | null {
  const key = `${path}\n${text}`;
  const known = fresh.get(key);
  if (known !== undefined) return known;
  if (fresh.size > 5000) fresh.clear();
  const entry = readFresh(path, text);
  fresh.set(key, entry);
  return entry;
}

function readFresh(path: string, text: string): NoteEntry | null {
  const cache = computeMetadata(text);
  const frontmatterBroken = !cache.frontmatter && cache.sections?.[0]?.type === 'yaml';
  const frontmatter = frontmatterBroken ? readLooseFrontmatter(text) : (cache.frontmatter ?? null);
  if (!isInScope(path, frontmatter, DEFAULT_SETTINGS)) return null;
  const taskLines = (cache.listItems ?? []).flatMap(({ task, position }) =>
    task === undefined ? [] : [position.start.line],
  );
  return readNote(
    {
      path,
      text,
      frontmatter,
      frontmatterBroken,
      taskLines,
      firstHeading: cache.headings?.[0]?.heading ?? '',
    },
    RULES,
  );
}

function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
