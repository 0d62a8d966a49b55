import { fnmatch, literalPrefixLength } from '../../files/fnmatch.ts';
import { groupBy } from '../../tree/group-by.ts';

/**
 * Entries that each have an fnmatch(3) pattern, in order. They are kept by what stands before the first wildcard, so that
 * a name meets only patterns that begin as it does.
 */
export class PatternList<Entry> {
  readonly #entries: readonly Entry[];
  readonly #patternOf: (entry: Entry) => string;
  /** Indices by the pattern, for patterns that are plain names. */
  readonly #plain: ReadonlyMap<string, readonly number[]>;
  /** Indices by what stands before the first wildcard, for the others. */
  readonly #wild: ReadonlyMap<string, readonly number[]>;
  /** Every length that occurs as the length of a key of `#wild`. */
  readonly #lengths: ReadonlySet<number>;

  constructor(entries: readonly Entry[], patternOf: (entry: Entry) => string) {
    this.#entries = entries;
    this.#patternOf = patternOf;
    const prefixes = entries.map((entry) => literalPrefixLength(patternOf(entry)));
    const isPlain = (index: number) => prefixes[index] === patternOf(entries[index]!).length;
    const prefixOf = (index: number) => patternOf(entries[index]!).slice(0, prefixes[index]);
    const indices = [...entries.keys()];
    this.#plain = groupBy(indices.filter(isPlain), prefixOf);
    this.#wild = groupBy(
      indices.filter((index) => !isPlain(index)),
      prefixOf,
    );
    this.#lengths = new Set([...this.#wild.keys()].map((prefix) => prefix.length));
  }

  /** @returns the first entry whose pattern matches. */
  first(name: string): Entry | undefined {
    const first = this.#matching(name).reduce((least, index) => Math.min(least, index), Infinity);
    return this.#entries[first];
  }

  /** @returns every entry whose pattern matches, in order. */
  all(name: string): Entry[] {
    return this.#matching(name)
      .sort((left, right) => left - right)
      .map((index) => this.#entries[index]!);
  }

  #matching(name: string): number[] {
    const found = [...(this.#plain.get(name) ?? [])];
    for (const length of this.#lengths) {
      if (length > name.length) continue;
      for (const index of this.#wild.get(name.slice(0, length)) ?? [])
        if (fnmatch(this.#patternOf(this.#entries[index]!), name)) found.push(index);
    }
    return found;
  }
}
