import { compareBytes } from '../../files/compare-bytes.ts';
import { FileError, type FileSystem } from '../../files/file-system.ts';
import { baseName, joinPath } from '../../files/paths.ts';
import { decode } from '../../text/encoding.ts';
import { type LineLanguage, SourceDocument } from '../../text/source-document.ts';
import type { ConfigurationFile } from '../origin.ts';

/** A file that was found in a place of a configuration, and what became of it. */
export interface SetFile<Tree = unknown> {
  /** Absolute path inside the root. */
  readonly path: string;
  /**
   * - `read`: takes part.
   * - `mask`: is empty, a device or a link that leads nowhere; says nothing and hides files of its name.
   * - `shadowed`, `masked`: is not looked at, because `winner` in an earlier directory has its name and says something, or
   *   is a mask.
   * - `ignored`: is not looked at for a `reason` of its own.
   */
  readonly state: 'read' | 'mask' | 'shadowed' | 'masked' | 'ignored';
  /** What was read; for `read` and `mask`. */
  readonly file?: ConfigurationFile<Tree>;
  /** The path of the file of the same name that counts instead. */
  readonly winner?: string;
  readonly reason?: IgnoredReason;
}

/** Why a file is not looked at: its name begins with a dot or does not end in `.conf`, it is a directory, or reading failed. */
type IgnoredReason = 'hidden' | 'no-suffix' | 'directory' | 'unreadable';

/** Gives a file of a configuration by its path; @throws FileError */
export type OpenFile<Tree> = (path: string) => ConfigurationFile<Tree>;

export interface ConfigurationSet<Tree> {
  /** Everything that was found, directory by directory, the names of each in byte order. */
  readonly files: readonly SetFile<Tree>[];
  /** What is read, in reading order: by base name, in byte order, whatever the directory. */
  readonly effective: readonly ConfigurationFile<Tree>[];
  /** Directories called `….conf`, which the loaders complain about. */
  readonly misnamedDirectories: readonly string[];
  /** Given places that are neither file nor directory. */
  readonly unsupported: readonly string[];
}

/** @returns a reader of files in one language; what `files` throws goes through. */
export function opener<Tree>(files: FileSystem, language: LineLanguage<Tree>): OpenFile<Tree> {
  return (path) => ({ path, document: SourceDocument.parse(decode(files.read(path)), language) });
}

/**
 * Collects a configuration as kmod, depmod and systemd-modules-load do: of each base name the first file counts, whether
 * it says anything or not. Never throws.
 *
 * @param places directories (of which every `*.conf` is taken) or single files (taken whatever their name), in order of
 *   precedence; one that does not exist is passed over, and so is a directory that is an earlier one by another path
 */
export function collectSet<Tree>(
  files: FileSystem,
  places: readonly string[],
  open: OpenFile<Tree>,
): ConfigurationSet<Tree> {
  const collector = new Collector(files, open);
  for (const place of places) collector.addPlace(place);
  return collector.finish();
}

class Collector<Tree> {
  readonly #files: FileSystem;
  readonly #open: OpenFile<Tree>;
  readonly #found: SetFile<Tree>[] = [];
  readonly #byName = new Map<string, SetFile<Tree>>();
  readonly #places = new Set<string>();
  readonly #misnamedDirectories: string[] = [];
  readonly #unsupported: string[] = [];

  constructor(files: FileSystem, open: OpenFile<Tree>) {
    this.#files = files;
    this.#open = open;
  }

  addPlace(place: string): void {
    const real = this.#files.realPath(place) ?? place;
    if (this.#places.has(real)) return;
    this.#places.add(real);
    const kind = this.#files.stat(place)?.kind;
    if (kind === 'directory') this.#addDirectory(place);
    else if (kind === 'file') this.#take(place);
    else if (kind === 'other') this.#unsupported.push(place);
  }

  #addDirectory(directory: string): void {
    for (const { name, kind } of this.#list(directory)) {
      const path = joinPath(directory, name);
      if (name.startsWith('.')) {
        this.#ignore(path, 'hidden');
      } else if (!name.endsWith('.conf')) {
        this.#ignore(path, kind === 'directory' ? 'directory' : 'no-suffix');
      } else if (this.#files.stat(path)?.kind === 'directory') {
        this.#ignore(path, 'directory');
        this.#misnamedDirectories.push(path);
      } else {
        this.#take(path);
      }
    }
  }

  #list(directory: string) {
    try {
      return this.#files.list(directory);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      this.#ignore(directory, 'unreadable');
      return [];
    }
  }

  #ignore(path: string, reason: IgnoredReason): void {
    this.#found.push({ path, state: 'ignored', reason });
  }

  #take(path: string): void {
    const name = baseName(path);
    const winner = this.#byName.get(name);
    if (winner !== undefined) {
      const state = winner.state === 'mask' ? 'masked' : 'shadowed';
      this.#found.push({ path, state, winner: winner.path });
      return;
    }
    const taken = this.#read(path);
    this.#byName.set(name, taken);
    this.#found.push(taken);
  }

  #read(path: string): SetFile<Tree> {
    try {
      const file = this.#open(path);
      return { path, state: file.document.length === 0 ? 'mask' : 'read', file };
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      const kind = this.#files.stat(path)?.kind;
      if (kind === undefined || kind === 'other') return { path, state: 'mask' };
      return { path, state: 'ignored', reason: 'unreadable' };
    }
  }

  finish(): ConfigurationSet<Tree> {
    const names = [...this.#byName.keys()].sort(compareBytes);
    const effective = names.flatMap((name) => this.#byName.get(name)?.file ?? []);
    return {
      files: this.#found,
      effective,
      misnamedDirectories: this.#misnamedDirectories,
      unsupported: this.#unsupported,
    };
  }
}
