import { FileError } from './backend';

/** Faults a test injects. Every hook may throw or return a promise that rejects; the plugin sees that error. */
export interface Faults {
  /** Paths that cannot be written, renamed or removed. */
  readOnly?: ReadonlySet<string>;
  onRead?(path: string): void | Promise<void>;
  /** Runs after a read; a returned string replaces what was read. */
  afterRead?(path: string, text: string): string | void | Promise<string | void>;
  /** Runs before a write: throwing here means nothing was written. */
  onWrite?(path: string, text: string): void | Promise<void>;
  /** So many characters are written, and then the write fails; `null` for a write that goes on. */
  cutWrite?(path: string, text: string): number | null;
  /** Runs after a write: throwing here means it was written although an error is reported. */
  afterWrite?(path: string, text: string): void | Promise<void>;
  onRename?(from: string, to: string): void | Promise<void>;
  onRemove?(path: string): void | Promise<void>;
}

/** Throws what the file system throws for a read-only file. */
export function refuseReadOnly(faults: Faults | undefined, path: string): void {
  if (faults?.readOnly?.has(path)) throw FileError.readOnly(path);
}
