import { resolve } from 'node:path';
import { FileError, type FileSystem } from '../files/file-system.ts';
import { joinPath } from '../files/paths.ts';
import { languageOf } from '../syntax/language.ts';
import { decode } from '../text/encoding.ts';
import type { Host } from './host.ts';
import { reasonOf } from './messages.ts';

/** A file that is to be checked, or why one is not. */
export type Found = FoundFile | NotFound;

export interface FoundFile {
  readonly kind: 'file';
  /** As the user would name it. */
  readonly shown: string;
  /** Absolute, on this machine. */
  readonly path: string;
}

interface NotFound {
  readonly kind: 'unreadable';
  readonly shown: string;
  /** For people: `permission denied`. */
  readonly reason: string;
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

  /** @param everyFile whether files in directories count whose language is not known. */
  constructor(host: Pick<Host, 'firstBytes' | 'directory' | 'filesBelow'>, everyFile: boolean) {
    this.#host = host;
    this.#files = host.filesBelow('/');
    this.#everyFile = everyFile;
  }

  /** Finds a file, or what is in a directory and below it, in byte order. */
  *find(shown: string): Generator<Found> {
    const path = resolve(this.#host.directory, shown);
    if (this.#files.stat(path)?.kind === 'directory') yield* this.#walk(shown, path, 0);
    else yield { kind: 'file', shown, path };
  }

  *#walk(shown: string, path: string, depth: number): Generator<Found> {
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
    for (const { name, kind } of entries) {
      const inner = joinPath(path, name);
      const innerShown = shown === '.' ? name : joinPath(shown, name);
      if (kind === 'directory') {
        if (skippedFolders.has(name) || skippedPlaces.has(inner)) continue;
        yield* this.#walk(innerShown, inner, depth + 1);
      } else if (this.#isWanted(inner, kind)) {
        yield { kind: 'file', shown: innerShown, path: inner };
      }
    }
  }

  /** Links to files count, as they do for the loaders; links to directories are not followed, so there are no loops. */
  #isWanted(path: string, kind: 'file' | 'link' | 'other'): boolean {
    if (kind === 'other' || packedSuffixes.some((suffix) => path.endsWith(suffix))) return false;
    const known = languageOf(path) !== undefined;
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
