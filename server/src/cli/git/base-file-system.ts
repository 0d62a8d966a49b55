import { compareBytes } from '../../files/compare-bytes.ts';
import {
  type DirectoryEntry,
  FileError,
  type FileStat,
  type FileSystem,
  maximumFileSize,
} from '../../files/file-system.ts';
import { baseName, directoryName, joinPath, normalizePath } from '../../files/paths.ts';

/** What the files were, by real absolute path; undefined for what was not there. */
export type FilesBefore = ReadonlyMap<string, string | undefined>;

/**
 * The machine's files as they were in a revision: a repository's changed files as they stood there, everything else as it is.
 */
export class BaseFileSystem implements FileSystem {
  readonly #now: FileSystem;
  readonly #root: string;
  readonly #before: FilesBefore;
  readonly #readObject: (object: string) => Uint8Array;
  /** The folders that files stood in which have gone since, with the names in them. */
  readonly #folders: ReadonlyMap<string, ReadonlyMap<string, 'file' | 'directory'>>;

  /**
   * @param now the files below a root as they are
   * @param root the root's real absolute path
   */
  constructor(
    now: FileSystem,
    root: string,
    before: FilesBefore,
    readObject: (object: string) => Uint8Array,
  ) {
    this.#now = now;
    this.#root = root;
    this.#before = before;
    this.#readObject = readObject;
    this.#folders = foldersOf(before);
  }

  read(path: string, limit: number = maximumFileSize): Uint8Array {
    const place = this.#place(path);
    if (!this.#before.has(place)) return this.#now.read(path, limit);
    const object = this.#before.get(place);
    if (object === undefined) throw new FileError('not-found', path);
    const bytes = this.#readObject(object);
    if (bytes.length > limit) throw new FileError('too-large', path);
    return bytes;
  }

  stat(path: string): FileStat | undefined {
    const place = this.#place(path);
    const now = this.#now.stat(path);
    if (this.#before.has(place)) {
      const object = this.#before.get(place);
      // Git does not keep when a file was changed; a file that is still there has not become older.
      const { modified = 0, mode = 0o644 } = now ?? {};
      if (object === undefined) return undefined;
      return { kind: 'file', size: this.#readObject(object).length, modified, mode };
    }
    if (now !== undefined || !this.#folders.has(place)) return now;
    return { kind: 'directory', size: 0, modified: 0, mode: 0o755 };
  }

  list(path: string): readonly DirectoryEntry[] {
    const place = this.#place(path);
    const gone = this.#folders.get(place);
    if (gone === undefined)
      return this.#now.list(path).filter(({ name }) => this.#was(joinPath(place, name)));
    const isThere = this.#now.stat(path)?.kind === 'directory';
    const entries = new Map((isThere ? this.#now.list(path) : []).map((entry) => [entry.name, entry]));
    for (const [name, kind] of gone) if (!entries.has(name)) entries.set(name, { name, kind });
    return [...entries.values()]
      .filter(({ name }) => this.#was(joinPath(place, name)))
      .sort((left, right) => compareBytes(left.name, right.name));
  }

  realPath(path: string): string | undefined {
    const place = this.#place(path);
    if (!this.#before.has(place) && !this.#folders.has(place)) return this.#now.realPath(path);
    if (!this.#folders.has(place) && this.#before.get(place) === undefined) return undefined;
    return this.#inside(place);
  }

  #was(place: string): boolean {
    return !this.#before.has(place) || this.#before.get(place) !== undefined;
  }

  /** @returns the real absolute path on this machine; of what is gone, by the folder that is still there. */
  #place(path: string): string {
    const names: string[] = [];
    let folder = normalizePath(path);
    for (;;) {
      const real = this.#now.realPath(folder);
      if (real !== undefined || folder === '/')
        return normalizePath([this.#root, real ?? '/', ...names].join('/'));
      names.unshift(baseName(folder));
      folder = directoryName(folder);
    }
  }

  #inside(place: string): string {
    return this.#root === '/' ? place : place.slice(this.#root.length) || '/';
  }
}

function foldersOf(before: FilesBefore): Map<string, Map<string, 'file' | 'directory'>> {
  const folders = new Map<string, Map<string, 'file' | 'directory'>>();
  for (const [path, object] of before) {
    if (object === undefined) continue;
    let kind: 'file' | 'directory' = 'file';
    for (let at = path; at !== '/'; at = directoryName(at)) {
      const folder = directoryName(at);
      const names = folders.get(folder) ?? new Map<string, 'file' | 'directory'>();
      folders.set(folder, names);
      if (names.has(baseName(at))) break;
      names.set(baseName(at), kind);
      kind = 'directory';
    }
  }
  return folders;
}
