import {
  type DirectoryEntry,
  FileError,
  type FileStat,
  type FileSystem,
  maximumFileSize,
} from '../files/file-system.ts';
import { encode } from '../text/encoding.ts';
import type { SourceDocument } from '../text/source-document.ts';

/** How long an answer counts where nobody tells of changes; in milliseconds. */
const lifetime = 2000;

/**
 * The files of a root with the open buffers laid over them. What is asked again and again while somebody types is asked of the
 * disk once: answers are forgotten after a while, and as a whole when a change is known of. Contents are kept for as long as the
 * file's size and date are the same, and are then the same object.
 */
export class RootFiles implements FileSystem {
  readonly #files: FileSystem;
  readonly #now: () => number;
  readonly #buffers = new Map<string, SourceDocument<unknown>>();
  #since = 0;
  #stats = new Map<string, FileStat | undefined>();
  #lists = new Map<string, readonly DirectoryEntry[] | FileError>();
  #realPaths = new Map<string, string | undefined>();
  readonly #contents = new Map<string, { readonly stat: FileStat; readonly bytes: Uint8Array }>();

  /** @param now the time in milliseconds */
  constructor(files: FileSystem, now: () => number = Date.now) {
    this.#files = files;
    this.#now = now;
  }

  /** Lays an open buffer over a file. */
  open(path: string, document: SourceDocument<unknown>): void {
    this.#buffers.set(path, document);
  }

  /** Takes an open buffer away again. */
  close(path: string): void {
    this.#buffers.delete(path);
  }

  /** Forgets every answer: something has changed. */
  forget(): void {
    this.#stats = new Map();
    this.#lists = new Map();
    this.#realPaths = new Map();
    this.#since = this.#now();
  }

  read(path: string, limit: number = maximumFileSize): Uint8Array {
    const buffer = this.#buffers.get(path);
    if (buffer !== undefined) return within(limit, path, bytesOf(buffer));
    const stat = this.stat(path);
    const known = this.#contents.get(path);
    if (stat !== undefined && known !== undefined && isSame(stat, known.stat))
      return within(limit, path, known.bytes);
    this.#contents.delete(path);
    const bytes = this.#files.read(path, limit);
    if (stat !== undefined) this.#contents.set(path, { stat, bytes });
    return bytes;
  }

  stat(path: string): FileStat | undefined {
    this.#refresh();
    const stat = once(this.#stats, path, () => this.#files.stat(path));
    const buffer = stat === undefined ? this.#buffers.get(path) : undefined;
    // A buffer that is not saved yet is a file all the same.
    return buffer === undefined
      ? stat
      : { kind: 'file', size: buffer.length, modified: this.#since, mode: 0o644 };
  }

  list(path: string): readonly DirectoryEntry[] {
    this.#refresh();
    const entries = once(this.#lists, path, () => {
      try {
        return this.#files.list(path);
      } catch (error) {
        if (error instanceof FileError) return error;
        throw error;
      }
    });
    if (entries instanceof FileError) throw entries;
    return entries;
  }

  realPath(path: string): string | undefined {
    this.#refresh();
    return once(this.#realPaths, path, () => this.#files.realPath(path));
  }

  #refresh(): void {
    if (this.#now() - this.#since > lifetime) this.forget();
  }
}

const encoded = new WeakMap<SourceDocument<unknown>, Uint8Array>();

function bytesOf(document: SourceDocument<unknown>): Uint8Array {
  let bytes = encoded.get(document);
  if (bytes === undefined) {
    bytes = encode(document.text);
    encoded.set(document, bytes);
  }
  return bytes;
}

function within(limit: number, path: string, bytes: Uint8Array): Uint8Array {
  if (bytes.length > limit) throw new FileError('too-large', path);
  return bytes;
}

function isSame(left: FileStat, right: FileStat): boolean {
  return left.size === right.size && left.modified === right.modified;
}

function once<Value>(known: Map<string, Value>, path: string, ask: () => Value): Value {
  const value = known.get(path);
  if (value !== undefined || known.has(path)) return value as Value;
  const asked = ask();
  known.set(path, asked);
  return asked;
}
