import * as fs from 'node:fs';
import { resolve } from 'node:path';
import { compareBytes } from '../files/compare-bytes.ts';
import {
  type DirectoryEntry,
  FileError,
  type FileErrorCode,
  type FileStat,
  type FileSystem,
  maximumFileSize,
} from '../files/file-system.ts';
import { joinPath, normalizePath } from '../files/paths.ts';

/** As many links as Linux follows in one path (MAXSYMLINKS). */
const maximumLinks = 40;

/** The files below a directory of this machine; links never lead out of it. */
export class DiskFileSystem implements FileSystem {
  readonly #root: string;

  /** @param root a directory of this machine, `/` for the machine itself. */
  constructor(root: string) {
    const absolute = resolve(root);
    this.#root = absolute === '/' ? '' : absolute;
  }

  read(path: string, limit: number = maximumFileSize): Uint8Array {
    const place = this.#place(path);
    return guard(path, () => {
      const stat = fs.statSync(place);
      if (stat.isDirectory()) throw new FileError('is-directory', path);
      // A FIFO or device would block or never end.
      if (!stat.isFile()) throw new FileError('not-a-file', path);
      if (stat.size > limit) throw new FileError('too-large', path, tooLarge(stat.size, limit));
      return fs.readFileSync(place);
    });
  }

  stat(path: string): FileStat | undefined {
    try {
      const stat = fs.statSync(this.#place(path));
      const kind = stat.isFile() ? 'file' : stat.isDirectory() ? 'directory' : 'other';
      return { kind, size: stat.size, modified: stat.mtimeMs, mode: stat.mode & 0o7777 };
    } catch {
      return undefined;
    }
  }

  list(path: string): readonly DirectoryEntry[] {
    const place = this.#place(path);
    return guard(path, () =>
      fs
        .readdirSync(place, { withFileTypes: true })
        .map((entry): DirectoryEntry => ({ name: entry.name, kind: kindOf(entry) }))
        .sort((left, right) => compareBytes(left.name, right.name)),
    );
  }

  realPath(path: string): string | undefined {
    try {
      const inside = this.#resolveLinks(path);
      fs.statSync(this.#root + inside);
      return inside;
    } catch {
      return undefined;
    }
  }

  /** @returns the path on this machine; links resolved by us unless the root is the machine's own. */
  #place(path: string): string {
    return this.#root === '' ? normalizePath(path) : this.#root + this.#resolveLinks(path);
  }

  /** Resolves links as chroot(2) would: an absolute target starts again at the root, `..` stops there. */
  #resolveLinks(path: string): string {
    const pending = normalizePath(path).split('/').filter(Boolean).reverse();
    let done = '';
    let links = 0;
    while (pending.length > 0) {
      const name = pending.pop()!;
      if (name === '.') continue;
      if (name === '..') {
        done = done.slice(0, Math.max(0, done.lastIndexOf('/')));
        continue;
      }
      const target = readLink(this.#root + joinPath(done, name));
      if (target === undefined) {
        done = `${done}/${name}`;
        continue;
      }
      if (++links > maximumLinks) throw new FileError('link-loop', path);
      if (target.startsWith('/')) done = '';
      pending.push(...target.split('/').filter(Boolean).reverse());
    }
    return done === '' ? '/' : done;
  }
}

function readLink(place: string): string | undefined {
  try {
    return fs.readlinkSync(place);
  } catch {
    return undefined; // no link, or nothing there: the caller's own call says which
  }
}

function kindOf(entry: fs.Dirent): DirectoryEntry['kind'] {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'directory';
  return entry.isSymbolicLink() ? 'link' : 'other';
}

function tooLarge(size: number, limit: number): string {
  const mebibytes = (bytes: number) => `${Math.ceil(bytes / 1048576)} MiB`;
  return `file too large (${mebibytes(size)}; at most ${mebibytes(limit)} are read)`;
}

const codes: Readonly<Record<string, FileErrorCode>> = {
  ENOENT: 'not-found',
  ENOTDIR: 'not-directory',
  EACCES: 'permission',
  EPERM: 'permission',
  ELOOP: 'link-loop',
};

function guard<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof FileError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    const known = code === undefined ? undefined : codes[code];
    if (known !== undefined) throw new FileError(known, path);
    throw new FileError('other', path, message);
  }
}
