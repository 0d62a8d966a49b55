import { rawSpan, type Segment } from '../text/logical-line.ts';
import type { Span } from '../text/span.ts';

/** A stretch of a logical line's text, by where it is. */
export class LineWord {
  readonly #segments: readonly Segment[] | undefined;

  /**
   * @param text the stretch, as the loader sees it
   * @param start where it begins in the logical text
   * @param segments the line's own
   */
  constructor(
    readonly text: string,
    readonly start: number,
    segments: readonly Segment[] | undefined,
  ) {
    this.#segments = segments;
  }

  /** Where it stands in the line's raw text. */
  get span(): Span {
    return rawSpan(this.#segments, this.start, this.start + this.text.length);
  }

  /** @returns a part of it as a word of its own; offsets are relative to its own text. */
  slice(start: number, end?: number): LineWord {
    return new LineWord(this.text.slice(start, end), this.start + start, this.#segments);
  }

  /** @returns where a part of it stands in the line's raw text; offsets are relative to its own text. */
  spanOf(start: number, end: number): Span {
    return rawSpan(this.#segments, this.start + start, this.start + end);
  }
}
