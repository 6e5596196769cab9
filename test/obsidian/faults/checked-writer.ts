import { isDeepStrictEqual } from 'node:util';
import type { App } from 'obsidian';
import type { LineChange } from '../../../src/core/edit/apply-changes';
import { toLf } from '../../../src/core/text/note-text';
import {
  makeNoteWriter,
  type WriteListener,
  type WriteNote,
  type WriteOutcome,
} from '../../../src/obsidian/note-writer';
import type { MemoryBackend } from '../../host/core/memory-backend';
import type { FileStats } from '../../host/core/files';
import type { OpenNote } from '../open-note';
import { isWanted, wantedOf } from './model';

/**
 * Who changed a file: somebody else, the user by typing, or whoever wrote through the vault just now; `cut` is a write
 * that broke off, and `back` the one that puts the note back.
 */
export type Author = 'others' | 'typing' | 'vault' | 'cut' | 'back';

/** One change of a file on disk. */
export interface DiskChange {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  author: Author;
}

/** Everything that happens on disk, in order, and who did it. */
export class DiskLog {
  readonly changes: DiskChange[] = [];
  /** What other plugins write through the vault at this moment. */
  readonly foreign = new Set<string>();
  /** Whose typing is saved at this moment: a view that the plugin has not changed since its write began. */
  typed: (path: string, text: string) => boolean = () => false;
  cutting = false;

  constructor(readonly backend: MemoryBackend) {
    const write = backend.write.bind(backend);
    const writeOutside = backend.writeOutside.bind(backend);
    backend.write = async (path: string, text: string): Promise<FileStats> => {
      this.add(path, text, this.authorOf(path, text));
      return write(path, text);
    };
    backend.writeOutside = (path: string, text: string): void => {
      this.add(path, text, 'others');
      writeOutside(path, text);
    };
  }

  private authorOf(path: string, text: string): Author {
    if (this.cutting) return 'cut';
    if (this.foreign.has(text)) return 'others';
    return this.typed(path, text) ? 'typing' : 'vault';
  }

  private add(path: string, after: string, author: Author): void {
    const before = this.backend.peek(path) ?? '';
    if (before !== after) this.changes.push({ path, before, after, author });
  }
}

/** What one write of the plugin did. */
export interface CheckedWrite {
  readonly path: string;
  readonly outcome: WriteOutcome;
}

/** The plugin's writer, with every one of its writes held against what the plain model wants. */
export class CheckedWriter {
  private readonly plain: WriteNote;
  readonly writes: CheckedWrite[] = [];
  bytesCompared = 0;
  /** Notes that a fault left cut, with what they said before. */
  private readonly damaged = new Map<string, { readonly before: readonly string[]; readonly now: string }>();

  constructor(
    app: App,
    listener: WriteListener,
    private readonly log: DiskLog,
    private readonly views: () => readonly OpenNote[],
  ) {
    this.plain = makeNoteWriter(app, listener);
  }

  readonly write: WriteNote = async (path, changes) => {
    const from = this.log.changes.length;
    const views = this.views().filter((view) => view.file?.path === path);
    for (const view of views) await view.settled();
    const counts = views.map(({ transactions }) => transactions);
    const texts = views.map(({ text }) => text);
    this.log.typed = (other, text) =>
      other === path &&
      views.some(
        (view, i) => view.transactions === counts[i] && view.text === texts[i] && view.text === toLf(text),
      );
    const outcome = await this.plain(path, changes);
    this.log.typed = () => false;
    const seen = this.log.changes.slice(from);
    this.check(path, changes, outcome, seen);
    if (outcome.kind === 'failed' && seen.length === 0) {
      views.forEach((view, i) => {
        if (view.text !== texts[i])
          fail(
            `${path}: the editor kept what failed\n${JSON.stringify([texts[i], view.text, seen])}\n${told(outcome)}`,
          );
      });
    }
    this.writes.push({ path, outcome });
    return outcome;
  };

  private check(
    path: string,
    changes: readonly LineChange[],
    outcome: WriteOutcome,
    seen: readonly DiskChange[],
  ): void {
    let applied: readonly string[] | null = null;
    for (const change of seen) {
      const { before, after } = change;
      this.bytesCompared += after.length;
      if (change.author === 'cut') {
        const known = this.damaged.get(change.path);
        // Putting back can be cut too, and what was cut while typing was saved is a text like any other.
        const earlier = known?.now === before ? known.before : [];
        this.damaged.set(change.path, { before: [...earlier, before], now: after });
        continue;
      }
      if (this.damaged.get(change.path)?.before.includes(after)) {
        this.damaged.delete(change.path);
        change.author = 'back';
        continue;
      }
      this.damaged.delete(change.path);
      if (change.author !== 'vault') continue;
      if (change.path !== path) fail(`${change.path} was written during a write of ${path}`);
      if (applied) fail(`${path} was written twice`);
      const wanted = wantedOf(before, changes);
      if (!isWanted(after, wanted)) {
        const story = seen
          .map(
            ({ author, before: old, after: text }) =>
              `${author} ${JSON.stringify(old)}\n -> ${JSON.stringify(text)}`,
          )
          .join('\n');
        const edits = changes
          .map(({ ref, edits: own }) => JSON.stringify([ref.line, ref.source, own]))
          .join('\n');
        fail(`${path}: not what was wanted\n${JSON.stringify(before)}\n${story}\n${edits}\n${told(outcome)}`);
      }
      applied = wanted.kinds;
    }
    const results = outcome.kind === 'written' ? outcome.results : null;
    const isTold = results?.includes('applied') ?? false;
    if (isTold !== (applied !== null)) {
      fail(
        `${path}: reported ${told(outcome)}, did ${applied?.join() ?? 'nothing'}\n${JSON.stringify(seen)}`,
      );
    }
    if (applied && !isDeepStrictEqual(results, applied))
      fail(`${path}: reported ${told(outcome)}, did ${applied.join()}`);
  }
}

function told(outcome: WriteOutcome): string {
  return outcome.kind === 'written' ? outcome.results.join() : outcome.message;
}

/** Ends a run: a promise was broken. */
export function fail(message: string): never {
  throw new Error(message);
}
