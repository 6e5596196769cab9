import type { FileStats } from './files';

/** One file as the backend knows it; `text` is absent for files that are not text. */
export interface BackendFile extends FileStats {
  path: string;
  text?: string;
}

/** Everything outside dot folders, at one moment. */
export interface BackendSnapshot {
  name: string;
  files: BackendFile[];
  /** Folders, also the empty ones. */
  folders: string[];
}

/** What `stat` tells. */
export interface BackendStat extends FileStats {
  type: 'file' | 'folder';
}

/** A change that somebody else made in the folder. */
export interface OutsideChange {
  kind: 'create' | 'modify' | 'delete' | 'rename';
  path: string;
  /** Old path of a rename. */
  from?: string;
  /** Content of a text file. */
  text?: string;
  folder?: boolean;
  ctime?: number;
  mtime?: number;
  size?: number;
}

/** Where the vault's files really are: memory, or a folder behind the preview server. */
export interface Backend {
  load(): Promise<BackendSnapshot>;
  read(path: string): Promise<string>;
  write(path: string, text: string): Promise<FileStats>;
  /** Writes behind the end of a file that is there. */
  append(path: string, text: string): Promise<FileStats>;
  /** Removes a file, or a folder with everything in it. */
  remove(path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  mkdir(path: string): Promise<void>;
  stat(path: string): Promise<BackendStat | null>;
  list(path: string): Promise<{ files: string[]; folders: string[] }>;
  /** Reports changes made by others, never the own ones. Returns how to stop. */
  subscribe(callback: (change: OutsideChange) => void): () => void;
  /** Address under which the page can load the file (images). */
  resourceUrl(path: string): string;
}

/** A request of the page over the socket: what it would ask by HTTP. */
export interface SocketRequest {
  id: number;
  method: string;
  url: string;
  body?: string;
}

/** What comes back, in any order; `answer` is the JSON that would be the body. */
export interface SocketAnswer {
  id: number;
  status: number;
  answer: string | null;
}

/** A file system error with a code, worded as Node words it. */
export class FileError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'Error';
    this.code = code;
  }

  static missing(path: string): FileError {
    return new FileError('ENOENT', `ENOENT: no such file or directory, open '${path}'`);
  }

  static readOnly(path: string): FileError {
    return new FileError('EACCES', `EACCES: permission denied, open '${path}'`);
  }

  static full(path: string): FileError {
    return new FileError('ENOSPC', `ENOSPC: no space left on device, write '${path}'`);
  }

  static exists(path: string): FileError {
    return new FileError('EEXIST', `EEXIST: file already exists, '${path}'`);
  }
}
