import type { LogicalLine } from './logical-line.ts';

/** Big enough that a document has few, small enough that copying one costs nothing. */
const chunkSize = 512;

/** A run of lines with what they add up to. Chunks are shared between versions of a document. */
export class LineChunk<Line extends LogicalLine> {
  /** Where each line begins in the chunk (its raw text, its first physical line), plus the totals. */
  readonly #offsets: Int32Array;
  readonly #physical: Int32Array;

  constructor(readonly lines: readonly Line[]) {
    this.#offsets = new Int32Array(lines.length + 1);
    this.#physical = new Int32Array(lines.length + 1);
    lines.forEach((line, index) => {
      this.#offsets[index + 1] = this.#offsets[index]! + line.raw.length;
      this.#physical[index + 1] = this.#physical[index]! + line.physicalLines;
    });
  }

  /** @returns `lines` in chunks of an even size. */
  static split<Line extends LogicalLine>(lines: readonly Line[]): LineChunk<Line>[] {
    const count = Math.ceil(lines.length / chunkSize);
    return Array.from(
      { length: count },
      (_, index) =>
        new LineChunk(
          lines.slice(
            Math.floor((index * lines.length) / count),
            Math.floor(((index + 1) * lines.length) / count),
          ),
        ),
    );
  }

  /** @returns where line `index` begins, in UTF-16 code units from the chunk's start; for the count of lines, where the chunk ends. */
  offsetOf(index: number): number {
    return this.#offsets[index]!;
  }

  /** @returns how many physical lines stand in the chunk before line `index`. */
  physicalOf(index: number): number {
    return this.#physical[index]!;
  }

  /** @returns the index of the line that holds `offset`; the last line for the chunk's end. */
  lineAtOffset(offset: number): number {
    return lastAtMost(this.#offsets, this.lines.length, offset);
  }

  /** @returns the index of the line that physical line `physical` of the chunk is part of. */
  lineAtPhysical(physical: number): number {
    return lastAtMost(this.#physical, this.lines.length, physical);
  }
}

/** @returns the largest index below `count` whose sum is at most `value`; -1 when `count` is 0. */
export function lastAtMost(sums: Int32Array, count: number, value: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sums[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return high < 0 ? -1 : low;
}
