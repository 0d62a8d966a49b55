import { fnmatch, literalPrefixLength } from '../../files/fnmatch.ts';

/** Entries that each have an fnmatch(3) pattern, in order; plain names are found without trying each. */
export class PatternList<Entry> {
  readonly #entries: readonly Entry[];
  readonly #patternOf: (entry: Entry) => string;
  /** Indices by name, for the patterns that are plain names. */
  readonly #byName = new Map<string, number[]>();
  /** Indices of the other patterns. */
  readonly #wild: number[] = [];

  constructor(entries: readonly Entry[], patternOf: (entry: Entry) => string) {
    this.#entries = entries;
    this.#patternOf = patternOf;
    entries.forEach((entry, index) => {
      const pattern = patternOf(entry);
      const isName = literalPrefixLength(pattern) === pattern.length;
      const same = isName ? this.#byName.get(pattern) : this.#wild;
      if (same === undefined) this.#byName.set(pattern, [index]);
      else same.push(index);
    });
  }

  /** @returns the first entry whose pattern matches. */
  first(name: string): Entry | undefined {
    const plain = this.#byName.get(name)?.[0] ?? this.#entries.length;
    for (const index of this.#wild) {
      if (index > plain) break;
      if (this.#matches(index, name)) return this.#entries[index];
    }
    return this.#entries[plain];
  }

  /** @returns every entry whose pattern matches, in order. */
  all(name: string): Entry[] {
    const wild = this.#wild.filter((index) => this.#matches(index, name));
    const plain = this.#byName.get(name) ?? [];
    return [...plain, ...wild].sort((left, right) => left - right).map((index) => this.#entries[index]!);
  }

  #matches(index: number, name: string): boolean {
    return fnmatch(this.#patternOf(this.#entries[index]!), name);
  }
}
