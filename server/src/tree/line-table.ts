const noLines: readonly number[] = [];

/**
 * Line numbers by hash. Like a Map from hashes to arrays, but made of three arrays of numbers: with tens of thousands of lines
 * that is several times faster, and most lines are never asked for.
 */
export class LineTable {
  readonly #hashes: Int32Array;
  /** For each line the one before it in the same slot, -1 if there is none. */
  readonly #previous: Int32Array;
  /** The last line in each slot, -1 if there is none. */
  readonly #last: Int32Array;

  /** @param lines how many lines there are at most; they are numbered from 0. */
  constructor(lines: number) {
    this.#hashes = new Int32Array(lines);
    this.#previous = new Int32Array(lines);
    this.#last = new Int32Array(2 ** Math.ceil(Math.log2(2 * lines + 1))).fill(-1);
  }

  /** Adds a line; the numbers must be added in ascending order, each once. */
  add(hash: number, line: number): void {
    const slot = this.#slot(hash);
    this.#hashes[line] = hash;
    this.#previous[line] = this.#last[slot]!;
    this.#last[slot] = line;
  }

  /** @returns the lines that were added with `hash`, the last first. */
  get(hash: number): readonly number[] {
    const last = this.#last[this.#slot(hash)]!;
    if (last === -1) return noLines;
    const lines: number[] = [];
    for (let line = last; line !== -1; line = this.#previous[line]!)
      if (this.#hashes[line] === hash) lines.push(line);
    return lines;
  }

  #slot(hash: number): number {
    return (hash ^ (hash >>> 15)) & (this.#last.length - 1);
  }
}

/** The hash of no text. */
export const emptyHash = 0;

const dash = 0x2d;
const underscore = 0x5f;

/** @returns the hash of a text whose first characters have `hash` and whose last one is `code`; a dash counts as underscore. */
export function extendHash(hash: number, code: number): number {
  return (Math.imul(hash, 31) + (code === dash ? underscore : code)) | 0;
}
