import { Listeners } from '../core/listeners';
import { type App, type CachedMetadata, Component, type TAbstractFile, TFile } from 'obsidian';
import { dayOf } from '../core/date/day';
import type { NoteIndex } from '../core/index/note-index';
import { isEmptyFrontmatter, readLooseFrontmatter } from '../core/note/frontmatter';
import { readsAlike } from '../core/note/reads-alike';
import type { NoteEntry, NoteSource, ReadRules } from '../core/note/read-note';
import { readNote, readNoteInSteps, restoreNote } from '../core/note/read-note';
import type { SavedNote } from '../core/note/saved-notes';
import { isExcluded, isInScope } from '../core/note/scope';
import { toLf } from '../core/text/note-text';
import type { FeedRules, FeedStatus, RenameFollower } from './feed-types';
import { fits, hasBrokenFrontmatter, needsText, taskLinesOf } from './metadata';
import type { NoteCache } from './note-cache';
import { errorText } from './settings/settings-store';
import { inSlices, nextTask, sliced } from './slices';

/** Texts from this length on, in characters, are read only when the metadata is there. */
const LONG = 200_000;
/** From this length on they are read in slices. */
const SLICED = 50_000;

/** The one module that listens to the vault: it reads notes and replaces their entries in the index. */
export class VaultFeed extends Component {
  #state: FeedStatus = { kind: 'cold' };
  /** A sentence on each note that could not be read, and on each of which only the frontmatter could not. */
  readonly #unread = new Map<string, string>();
  readonly #brokenFrontmatter = new Map<string, string>();
  readonly #listeners = new Listeners();
  /** Counts the reads of each note, so that a slow old read never overwrites a newer one. */
  readonly #reads = new Map<string, number>();
  /** Texts that the writer wrote, in line feeds, until the metadata of them is there. */
  readonly #awaited = new Map<string, string>();
  #scans = 0;
  readonly #app: App;
  readonly #index: NoteIndex;
  readonly #rules: () => FeedRules;

  constructor(
    app: App,
    index: NoteIndex,
    rules: () => FeedRules,
    private readonly follower: RenameFollower,
    readonly kept: NoteCache | null = null,
  ) {
    super();
    this.#app = app;
    this.#index = index;
    this.#rules = rules;
  }

  override onload(): void {
    this.#app.workspace.onLayoutReady(() => this.#start());
  }

  override onunload(): void {
    this.#scans++;
    this.#reads.clear();
  }

  get status(): FeedStatus {
    return this.#state;
  }

  /** What is to be said of notes that could not be read, then of those of which only the frontmatter could not. */
  failures(): string[] {
    return [...this.#unread.values(), ...this.#brokenFrontmatter.values()];
  }

  /** Calls the listener when the status changes; the returned function ends that. */
  onStatus(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  /** Reads all notes again, for example after the settings changed. */
  async rescan(): Promise<void> {
    const scan = ++this.#scans;
    const files = this.#app.vault.getMarkdownFiles();
    let done = 0;
    this.#setStatus({ kind: 'loading', done, total: files.length });
    await nextTask();
    for (const { path } of [...this.#index.notes()]) if (!this.#fileAt(path)) this.#forget(path);
    await inSlices(
      files,
      (file) => this.#readFile(file),
      () => {
        if (++done % 200 === 0) this.#setStatus({ kind: 'loading', done, total: files.length });
      },
      () => scan !== this.#scans,
      (run) => this.#index.batch(run),
    );
    await nextTask(); // What waits for the end of it has a turn of its own.
    if (scan === this.#scans) this.#setStatus({ kind: 'ready' });
  }

  /** Reads one note again, unless its metadata is that of an older text: it will be heard of then. */
  async refresh(path: string): Promise<void> {
    const file = this.#fileAt(path);
    const cache = file && this.#app.metadataCache.getFileCache(file);
    const text = file && cache && (await this.#app.vault.cachedRead(file).catch(() => null));
    if (!file || !text || fits(cache, text)) await this.#reread(path);
  }

  async #reread(path: string): Promise<void> {
    const file = this.#fileAt(path);
    if (!file) return this.#forget(path);
    (await this.#readFile(file))?.();
  }

  /**
   * Takes over at once what was written to a note, where its own reading of the text can be trusted: where it
   * finds in the text before just the tasks that Obsidian found there. Else the metadata is waited for.
   */
  written(path: string, before: string, after: string): void {
    const file = this.#fileAt(path);
    const cache = file && this.#app.metadataCache.getFileCache(file);
    const entry = this.#index.note(path);
    const isKnown = cache && (this.#awaited.get(path) === toLf(before) || fits(cache, before));
    this.#awaited.delete(path);
    if (!entry || !isKnown || after.length >= LONG || !readsAlike(entry, before, after)) return;
    this.#awaited.set(path, toLf(after));
    void this.#accept(path, after, cache);
  }

  #start(): void {
    const { vault, metadataCache } = this.#app;
    this.registerEvent(
      metadataCache.on('changed', (file, data, cache) => void this.#changed(file, data, cache)),
    );
    this.registerEvent(vault.on('delete', (file) => this.#forgetTree(file)));
    this.registerEvent(vault.on('rename', (file, oldPath) => void this.#renamed(file, oldPath)));
    // Metadata that was missing at the first scan is there at the latest when everything is resolved.
    this.registerEvent(metadataCache.on('resolved', () => void this.#readUnknown()));
    void this.#firstScan();
  }

  /** Reads only what has changed since the last start. */
  async #firstScan(): Promise<void> {
    const scan = this.#scans;
    await this.kept?.open();
    if (scan === this.#scans) await this.rescan();
    this.kept?.release();
  }

  /** What to do to the index for a file, once its text is there; `null` for nothing. */
  async #readFile(file: TFile): Promise<(() => void) | null> {
    const { path } = file;
    const cache = this.#app.metadataCache.getFileCache(file);
    if (isExcluded(path, this.#rules().scope)) return () => this.#forget(path);
    // No metadata means "not known yet", not "no tasks": it is read when Obsidian has looked at it.
    if (!cache) return null;
    const turn = this.#nextTurn(path);
    if (!needsText(cache, path, this.#rules().scope)) return () => void this.#accept(path, null, cache);
    const saved = hasBrokenFrontmatter(cache) ? null : this.kept?.take(file, taskLinesOf(cache));
    if (saved) return () => void this.#accept(path, null, cache, saved);
    try {
      const text = await this.#app.vault.cachedRead(file);
      const isNewest = () => this.#reads.get(path) === turn;
      if (text.length < SLICED) return () => isNewest() && void this.#accept(path, text, cache);
      if (isNewest()) await this.#accept(path, text, cache);
      return null;
    } catch (error) {
      return () => {
        // A file that vanished meanwhile is no failure: its delete event has been or will be heard.
        if (this.#fileAt(path)) this.#unread.set(path, `${path} could not be read: ${errorText(error)}`);
        this.#listeners.tell();
      };
    }
  }

  /** Metadata is there; of an older text than the one that was written meanwhile it is of no use. */
  async #changed(file: TFile, data: string, cache: CachedMetadata): Promise<void> {
    const { path } = file;
    const awaited = this.#awaited.get(path);
    if (awaited !== undefined && awaited !== toLf(data)) {
      const turn = this.#reads.get(path);
      const now = await this.#app.vault.cachedRead(file).catch(() => data);
      // Metadata of the present text follows, or has come already.
      if (now !== data || this.#reads.get(path) !== turn) return;
    }
    this.#awaited.delete(path);
    await this.#accept(path, data, cache);
  }

  /**
   * Takes a note into the index, or out of it: at once, or in slices where it is long. `text` may be `null` when
   * the metadata says enough.
   */
  #accept(
    path: string,
    text: string | null,
    cache: CachedMetadata,
    saved?: SavedNote,
  ): Promise<void> | undefined {
    if (!path.toLowerCase().endsWith('.md')) return;
    const turn = this.#nextTurn(path);
    const { scope, read } = this.#rules();
    const broken = text !== null && hasBrokenFrontmatter(cache) && !isEmptyFrontmatter(text);
    const frontmatter = broken ? readLooseFrontmatter(text) : (cache.frontmatter ?? null);
    this.#unread.delete(path);
    this.#brokenFrontmatter.delete(path);
    if (!isInScope(path, frontmatter, scope)) {
      if (this.#index.note(path)) this.#index.replace(path, null);
      return;
    }
    const awaited = this.#awaited.get(path);
    const modified = this.#fileAt(path)?.stat.mtime;
    const note: NoteSource = {
      path,
      ...(modified === undefined ? {} : { modified: dayOf(new Date(modified)) }),
      text: text ?? '',
      frontmatter,
      frontmatterBroken: broken,
      // The metadata of a text that was just written is not there yet.
      ...(awaited === undefined || awaited !== toLf(text ?? '') ? { taskLines: taskLinesOf(cache) } : null),
      firstHeading: cache.headings?.[0]?.heading.replace(/\s*\n\s*/g, ' ') ?? '',
    };
    if (broken) this.#brokenFrontmatter.set(path, `Frontmatter cannot be read as YAML: ${path}`);
    if (note.text.length >= SLICED) return this.#readLong(note, read, turn);
    if (saved) {
      // What was read of the lines then holds as long as lines are read in the same way.
      this.#index.replace(path, restoreNote(note, saved.entry, this.kept?.readOtherwise ? read : null));
      return;
    }
    this.#index.replace(path, readNote(note, read));
    this.#keep(note);
    return;
  }

  async #readLong(note: NoteSource, rules: ReadRules, turn: number): Promise<void> {
    const isOld = (): boolean => this.#reads.get(note.path) !== turn;
    const entry = await sliced<NoteEntry>(readNoteInSteps(note, rules), isOld);
    if (!entry || isOld()) return;
    this.#index.replace(note.path, entry);
    this.#keep(note);
  }

  /** Keeps what was read of a note for the next start, where the metadata belongs to its text. */
  #keep({ path, text, taskLines, frontmatterBroken }: NoteSource): void {
    if (taskLines && !frontmatterBroken) this.kept?.keep(path, text, taskLines.length);
    else this.kept?.forget(path);
  }

  async #renamed(file: TAbstractFile, oldPath: string): Promise<void> {
    this.follower.rename(oldPath, file.path);
    if (file instanceof TFile) {
      const awaited = this.#awaited.get(oldPath);
      this.#forget(oldPath);
      if (awaited !== undefined) this.#awaited.set(file.path, awaited);
      if (file.extension === 'md') await this.#reread(file.path);
      return;
    }
    // Whether the app also tells of each file of a renamed folder is documented nowhere.
    for (const path of this.#forgetFolder(oldPath))
      await this.#reread(file.path + path.slice(oldPath.length));
  }

  /** Forgets the notes of a folder, and returns their paths. */
  #forgetFolder(folder: string): string[] {
    const paths = [...this.#index.notes()].map(({ path }) => path);
    const inside = paths.filter((path) => path.startsWith(`${folder}/`));
    this.#index.batch(() => inside.forEach((path) => this.#forget(path)));
    return inside;
  }

  #forgetTree(file: TAbstractFile): void {
    if (file instanceof TFile) this.#forget(file.path);
    else this.#forgetFolder(file.path);
  }

  #forget(path: string): void {
    this.#nextTurn(path);
    this.#unread.delete(path);
    this.#brokenFrontmatter.delete(path);
    this.kept?.forget(path);
    this.#awaited.delete(path);
    this.#index.replace(path, null);
  }

  async #readUnknown(): Promise<void> {
    if (this.#state.kind !== 'ready') return;
    const unknown = this.#app.vault.getMarkdownFiles().filter((file) => !this.#reads.has(file.path));
    for (const file of unknown) await this.#reread(file.path);
  }

  #nextTurn(path: string): number {
    const turn = (this.#reads.get(path) ?? 0) + 1;
    this.#reads.set(path, turn);
    return turn;
  }

  #setStatus(status: FeedStatus): void {
    this.#state = status;
    this.#listeners.tell();
  }

  #fileAt(path: string): TFile | null {
    return this.#app.vault.getFileByPath(path);
  }
}
