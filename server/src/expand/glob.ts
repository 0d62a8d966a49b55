import { compareBytes } from '../files/compare-bytes.ts';
import type { DirectoryEntry, FileSystem } from '../files/file-system.ts';
import { fnmatch } from '../files/fnmatch.ts';

/** How much one pattern may cost. A pattern that needs more is given up. */
interface GlobLimits {
  readonly matches: number;
  readonly directories: number;
}

/** PATH_MAX: no longer pattern can find anything. */
const maximumPattern = 4096;

const defaultGlobLimits: GlobLimits = { matches: 10_000, directories: 1_000 };

/** A part of a pattern between slashes, with the slashes before it. */
interface Component {
  readonly slashes: string;
  readonly name: string;
}

/**
 * The paths that glob(3) finds with no flags but GLOB_NOSORT: `*`, `?` and `[…]` in each component, a leading dot only
 * matched by a dot, no tilde and no braces. A pattern that does not begin with `/` is looked up below the root, where
 * the loaders work. The paths keep the slashes of the pattern.
 *
 * @returns the paths in byte order; undefined when the limits were reached
 */
export function glob(
  pattern: string,
  files: FileSystem,
  limits: GlobLimits = defaultGlobLimits,
): readonly string[] | undefined {
  if (pattern.length > maximumPattern) return [];
  return new Globber(files, limits).find(componentsOf(pattern));
}

function componentsOf(pattern: string): Component[] {
  const components: Component[] = [];
  for (let at = 0; at < pattern.length; ) {
    const from = at;
    while (pattern[at] === '/') at++;
    const nameStart = at;
    while (at < pattern.length && pattern[at] !== '/') at++;
    components.push({ slashes: pattern.slice(from, nameStart), name: pattern.slice(nameStart, at) });
  }
  return components;
}

/** @returns whether glob(3) has to look into the directory: a `[` alone stands for itself. */
function isMagic(name: string): boolean {
  const bracket = name.indexOf('[');
  return name.includes('*') || name.includes('?') || (bracket !== -1 && name.includes(']', bracket + 1));
}

const dots: readonly DirectoryEntry[] = [
  { name: '.', kind: 'directory' },
  { name: '..', kind: 'directory' },
];

class Globber {
  readonly #files: FileSystem;
  readonly #limits: GlobLimits;
  #directories = 0;

  constructor(files: FileSystem, limits: GlobLimits) {
    this.#files = files;
    this.#limits = limits;
  }

  find(components: readonly Component[]): readonly string[] | undefined {
    let paths: string[] | undefined = [''];
    for (let index = 0; index < components.length && paths !== undefined; index++)
      paths = this.#extend(paths, components[index]!, index === components.length - 1);
    return paths?.sort(compareBytes);
  }

  /** Adds a component to each path; those that it leads nowhere from fall away. */
  #extend(paths: readonly string[], component: Component, last: boolean): string[] | undefined {
    const found: string[] = [];
    const { slashes, name } = component;
    for (const path of paths) {
      if (isMagic(name)) {
        const names = this.#matching(path + slashes, name, last);
        if (names === undefined) return undefined;
        for (const entry of names) found.push(path + slashes + entry);
      } else if (!last || this.#exists(path + slashes, name)) {
        found.push(path + slashes + name);
      }
      if (found.length > this.#limits.matches) return undefined;
    }
    return found;
  }

  #exists(directory: string, name: string): boolean {
    const stat = this.#files.stat(directory + name);
    return name === '' ? stat?.kind === 'directory' : stat !== undefined;
  }

  #matching(directory: string, pattern: string, last: boolean): string[] | undefined {
    if (++this.#directories > this.#limits.directories) return undefined;
    return [...dots, ...this.#list(directory)]
      .filter((entry) => fnmatch(pattern, entry.name, { period: true }))
      .filter((entry) => last || this.#isDirectory(directory, entry))
      .map((entry) => entry.name);
  }

  #list(directory: string): readonly DirectoryEntry[] {
    try {
      return this.#files.list(directory === '' ? '/' : directory);
    } catch {
      return []; // glob(3) passes over what it cannot read
    }
  }

  #isDirectory(directory: string, entry: DirectoryEntry): boolean {
    if (entry.kind !== 'link') return entry.kind === 'directory';
    return this.#files.stat(directory + entry.name)?.kind === 'directory';
  }
}
