import { encode } from '../text/encoding.ts';
import { compareBytes } from './compare-bytes.ts';
import {
  type DirectoryEntry,
  FileError,
  type FileStat,
  type FileSystem,
  maximumFileSize,
} from './file-system.ts';
import { baseName, directoryName, normalizePath } from './paths.ts';

export interface MemoryFile {
  readonly content: string | Uint8Array;
  /** Milliseconds since 1970; 0 if left out. */
  readonly modified?: number;
  /** Permission bits; 0o644 if left out. */
  readonly mode?: number;
}

/** A file system of strings: for tests, for open buffers, and where the editor serves the files. */
export class MemoryFileSystem implements FileSystem {
  readonly #files = new Map<string, MemoryFile>();
  readonly #directories = new Map<string, Map<string, DirectoryEntry>>([['/', new Map()]]);

  /** @param files content by absolute path; the directories follow from the paths. */
  constructor(files: Readonly<Record<string, string | Uint8Array | MemoryFile>> = {}) {
    for (const [path, file] of Object.entries(files)) this.write(path, file);
  }

  /** Adds or replaces a file. */
  write(path: string, file: string | Uint8Array | MemoryFile): void {
    const full = normalizePath(path);
    const isContent = typeof file === 'string' || file instanceof Uint8Array;
    this.#files.set(full, isContent ? { content: file } : file);
    this.#addEntry(directoryName(full), { name: baseName(full), kind: 'file' });
  }

  /** Adds a directory, which may stay empty. */
  makeDirectory(path: string): void {
    const full = normalizePath(path);
    if (this.#directories.has(full)) return;
    this.#directories.set(full, new Map());
    this.#addEntry(directoryName(full), { name: baseName(full), kind: 'directory' });
  }

  /** Removes a file; nothing happens when there is none. */
  remove(path: string): void {
    const full = normalizePath(path);
    if (this.#files.delete(full)) this.#directories.get(directoryName(full))?.delete(baseName(full));
  }

  read(path: string, limit: number = maximumFileSize): Uint8Array {
    const full = normalizePath(path);
    const file = this.#files.get(full);
    if (file === undefined)
      throw new FileError(this.#directories.has(full) ? 'is-directory' : 'not-found', full);
    const bytes = typeof file.content === 'string' ? encode(file.content) : file.content;
    if (bytes.length > limit) throw new FileError('too-large', full);
    return bytes;
  }

  stat(path: string): FileStat | undefined {
    const full = normalizePath(path);
    const file = this.#files.get(full);
    if (file === undefined) {
      return this.#directories.has(full)
        ? { kind: 'directory', size: 0, modified: 0, mode: 0o755 }
        : undefined;
    }
    const size = typeof file.content === 'string' ? encode(file.content).length : file.content.length;
    return { kind: 'file', size, modified: file.modified ?? 0, mode: file.mode ?? 0o644 };
  }

  list(path: string): readonly DirectoryEntry[] {
    const full = normalizePath(path);
    const entries = this.#directories.get(full);
    if (entries === undefined)
      throw new FileError(this.#files.has(full) ? 'not-directory' : 'not-found', full);
    return [...entries.values()].sort((left, right) => compareBytes(left.name, right.name));
  }

  realPath(path: string): string | undefined {
    const full = normalizePath(path);
    return this.#files.has(full) || this.#directories.has(full) ? full : undefined;
  }

  #addEntry(directory: string, entry: DirectoryEntry): void {
    this.makeDirectory(directory);
    this.#directories.get(directory)?.set(entry.name, entry);
  }

  /** @returns every file's path, in byte order. */
  paths(): string[] {
    return [...this.#files.keys()].sort(compareBytes);
  }
}
