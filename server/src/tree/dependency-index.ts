import { joinPath } from '../files/paths.ts';
import { isSpace, skipSpace } from '../syntax/characters.ts';
import type { ModuleEntry } from './module-tree.ts';
import { moduleNameOf } from './names.ts';
import { wordsBetween } from './words.ts';

/**
 * The lines of a modules.dep of 2.6 and later, found by module name. Only the names are taken out when it is made; an
 * entry is cut into words when somebody asks for it.
 */
export class DependencyIndex {
  readonly #text: string;
  readonly #directory: string;
  /** For each entry: where its path starts and ends in the text, and its line. */
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #lines: number[] = [];
  readonly #byName = new Map<string, number>();
  readonly #entries: (ModuleEntry | undefined)[] = [];

  /**
   * @param text modules.dep; a line without a colon and a comment are passed over
   * @param directory what relative paths are relative to: the tree's directory
   * @param numbered whether the lines are those of a file; otherwise every entry gets the line -1
   */
  constructor(text: string, directory: string, numbered = true) {
    this.#text = text;
    this.#directory = directory;
    let line = 0;
    for (let at = 0; at < text.length; line++) {
      const newline = text.indexOf('\n', at);
      const end = newline === -1 ? text.length : newline;
      this.#add(skipSpace(text, at), end, numbered ? line : -1);
      at = end + 1;
    }
  }

  #add(start: number, end: number, line: number): void {
    const text = this.#text;
    if (start >= end || text[start] === '#') return;
    const colon = text.indexOf(':', start);
    if (colon === -1 || colon >= end) return;
    let pathEnd = colon;
    while (pathEnd > start && isSpace(text.charCodeAt(pathEnd - 1))) pathEnd--;
    const name = moduleNameOf(text.slice(start, pathEnd));
    const index = this.#starts.length;
    this.#starts.push(start);
    this.#ends.push(pathEnd);
    this.#lines.push(line);
    if (!this.#byName.has(name)) this.#byName.set(name, index);
  }

  /** How many entries there are. */
  get size(): number {
    return this.#starts.length;
  }

  /** @returns the first entry of a normalised module name. */
  get(name: string): ModuleEntry | undefined {
    const index = this.#byName.get(name);
    return index === undefined ? undefined : this.#entry(index);
  }

  /** Every entry, in the order of the lines. */
  *entries(): Generator<ModuleEntry> {
    for (let index = 0; index < this.size; index++) yield this.#entry(index);
  }

  /** @returns the place of a normalised module name among the entries, behind all of them if there is none. */
  place(name: string): number {
    return this.#byName.get(name) ?? this.size;
  }

  #entry(index: number): ModuleEntry {
    const known = this.#entries[index];
    if (known !== undefined) return known;
    const end = this.#ends[index]!;
    const newline = this.#text.indexOf('\n', end);
    const lineEnd = newline === -1 ? this.#text.length : newline;
    const listedPath = this.#text.slice(this.#starts[index]!, end);
    const entry: ModuleEntry = {
      name: moduleNameOf(listedPath),
      path: listedPath.startsWith('/') ? listedPath : joinPath(this.#directory, listedPath),
      listedPath,
      dependencies: wordsBetween(this.#text, this.#text.indexOf(':', end) + 1, lineEnd),
      line: this.#lines[index]!,
    };
    this.#entries[index] = entry;
    return entry;
  }
}
