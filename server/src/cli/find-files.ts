import { resolve } from 'node:path';
import { FileError, type FileSystem } from '../files/file-system.ts';
import { directoryName, joinPath } from '../files/paths.ts';
import type { ConfigurationPlace } from '../lint/configuration-file/content.ts';
import { languageOf } from '../syntax/language.ts';
import { decode } from '../text/encoding.ts';
import type { Host } from './host.ts';
import { reasonOf } from './messages.ts';

/** A file that is to be checked, or why one is not. */
export type Found = FoundFile | ExcludedFile | NotFound;

export interface FoundFile {
  readonly kind: 'file';
  /** As the user would name it. */
  readonly shown: string;
  /** Absolute, on this machine. */
  readonly path: string;
}

/** A file that the user named and his configuration excludes. */
export interface ExcludedFile {
  readonly kind: 'excluded';
  readonly shown: string;
  readonly place: ConfigurationPlace;
}

export interface NotFound {
  readonly kind: 'unreadable';
  readonly shown: string;
  /** For people: `permission denied`. */
  readonly reason: string;
}

/** Says what the user's configuration wants with files; the names are absolute, on this machine. */
export interface FindPolicy {
  /** @returns what is known of what stands in a folder. */
  inFolder(folder: string): Promise<FolderPolicy>;
}

export interface FolderPolicy {
  excludes(path: string, isFolder: boolean): ConfigurationPlace | undefined;
  /** Whether the language of a file is known that neither its path nor its first line says. */
  knows(path: string): boolean;
}

/** Deeper than any source or configuration tree. */
const maximumDepth = 64;

/** Folders of other people's files. */
const skippedFolders = new Set(['.git', 'node_modules']);

/** Not the texts that their names begin like: manual pages, packed copies, kmod's indexes. */
const packedSuffixes = ['.gz', '.xz', '.zst', '.bz2', '.bin'];

/** Where the kernel shows itself: endless, and no configuration. */
const skippedPlaces = new Set(['/proc', '/sys', '/dev']);

/** As much of a file as its first line needs that may name the language. */
const firstLineLength = 128;

/** Finds the files that a command is to look at. */
export class FileFinder {
  readonly #host: Pick<Host, 'firstBytes' | 'directory'>;
  readonly #files: FileSystem;
  readonly #everyFile: boolean;
  readonly #policy: FindPolicy;

  /** @param everyFile whether files in directories count whose language is not known. */
  constructor(
    host: Pick<Host, 'firstBytes' | 'directory' | 'filesBelow'>,
    everyFile: boolean,
    policy: FindPolicy,
  ) {
    this.#host = host;
    this.#files = host.filesBelow('/');
    this.#everyFile = everyFile;
    this.#policy = policy;
  }

  /** Finds a file, or what is in a directory and below it, in byte order. */
  async *find(shown: string): AsyncGenerator<Found> {
    const path = resolve(this.#host.directory, shown);
    if (this.#files.stat(path)?.kind === 'directory') {
      yield* this.#walk(shown, path, 0);
      return;
    }
    const place = (await this.#policy.inFolder(directoryName(path))).excludes(path, false);
    yield place === undefined ? { kind: 'file', shown, path } : { kind: 'excluded', shown, place };
  }

  async *#walk(shown: string, path: string, depth: number): AsyncGenerator<Found> {
    if (depth > maximumDepth) {
      yield { kind: 'unreadable', shown, reason: `more than ${maximumDepth} folders deep` };
      return;
    }
    let entries: ReturnType<FileSystem['list']>;
    try {
      entries = this.#files.list(path);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      yield { kind: 'unreadable', shown, reason: reasonOf(error) };
      return;
    }
    const policy = await this.#policy.inFolder(path);
    for (const { name, kind } of entries) {
      const inner = joinPath(path, name);
      const innerShown = shown === '.' ? name : joinPath(shown, name);
      const isFolder = kind === 'directory';
      if (isFolder && (skippedFolders.has(name) || skippedPlaces.has(inner))) continue;
      if (policy.excludes(inner, isFolder) !== undefined) continue;
      if (isFolder) yield* this.#walk(innerShown, inner, depth + 1);
      else if (this.#isWanted(inner, kind, policy)) yield { kind: 'file', shown: innerShown, path: inner };
    }
  }

  /** Links to files count, as they do for the loaders; links to directories are not followed, so there are no loops. */
  #isWanted(path: string, kind: 'file' | 'link' | 'other', policy: FolderPolicy): boolean {
    if (kind === 'other' || packedSuffixes.some((suffix) => path.endsWith(suffix))) return false;
    const known = languageOf(path) !== undefined || policy.knows(path);
    if (kind === 'link') {
      const target = this.#files.stat(path)?.kind;
      // A link to nothing is named when it is read, if it stands for a configuration file.
      if (target === undefined) return known;
      if (target !== 'file') return false;
    }
    return known || this.#everyFile || this.#saysItself(path);
  }

  #saysItself(path: string): boolean {
    const start = this.#host.firstBytes(path, firstLineLength);
    return start[0] === 0x23 || start[0] === 0xef ? languageOf(path, decode(start)) !== undefined : false;
  }
}
