/** The words that a text expands to, or why nobody can know without running something. */
export type Expansion = KnownExpansion | UnknownExpansion;

export interface KnownExpansion {
  readonly known: true;
  readonly words: readonly string[];
}

export interface UnknownExpansion {
  readonly known: false;
  /** The text as it stands in the configuration. */
  readonly written: string;
  /** For people, without a full stop: `needs a shell to run $(hostname)`. */
  readonly reason: string;
}

/** @returns an expansion to these words. */
export function known(words: readonly string[]): KnownExpansion {
  return { known: true, words };
}

/** @returns an expansion that only running something would tell. */
export function unknown(written: string, reason: string): UnknownExpansion {
  return { known: false, written, reason };
}

/** @returns the words as `modprobe -c` prints them, one blank between two; what nobody knows as it is written. */
export function showExpansion(expansion: Expansion): string {
  return expansion.known ? expansion.words.join(' ') : expansion.written;
}
