import type { Span } from './span.ts';

/**
 * A loader's idea of a line. Loaders join physical lines, cut comments and drop characters before they look at words;
 * `raw` is what stands in the document, `text` what the loader then sees.
 */
export interface LogicalLine {
  /** The physical lines in the document, line ends included. */
  readonly raw: string;
  /** What the loader sees. Equal to the start of `raw` wherever `segments` is undefined. */
  readonly text: string;
  /**
   * Where `text` comes from when it is not simply the start of `raw`: ascending runs, each copied from `raw`.
   * Characters of `text` between two runs were put in by the loader (a collapsed blank).
   */
  readonly segments: readonly Segment[] | undefined;
  /** How many physical lines `raw` has; at least 1. */
  readonly physicalLines: number;
  /** Comments cut out of the line, in `raw`. */
  readonly comments: readonly Span[] | undefined;
}

/** `length` characters from `text[logical]` are those from `raw[raw]`. */
export interface Segment {
  readonly logical: number;
  readonly raw: number;
  readonly length: number;
}

/**
 * Cuts a document into logical lines by one loader's rules. Total: any text is cut, none is lost, and the raws
 * joined are the text again.
 */
export interface LineReader {
  /**
   * @param text the whole document
   * @param offset where a physical line begins, less than `text.length`
   * @returns the logical line that begins there; its `raw` is not empty
   */
  read(text: string, offset: number): LogicalLine;
}

/** @returns the place in `raw` of the character at `logical` in `text` (for the end of the text: just behind its last one). */
export function rawOffset(segments: readonly Segment[] | undefined, logical: number): number {
  if (segments === undefined) return logical;
  let best = 0;
  for (const segment of segments) {
    if (segment.logical > logical) return best;
    const inside = logical - segment.logical;
    if (inside < segment.length) return segment.raw + inside;
    best = segment.raw + segment.length;
  }
  return best;
}

/** @returns the stretch of `raw` that a stretch of `text` was read from; an empty one stays empty. */
export function rawSpan(segments: readonly Segment[] | undefined, start: number, end: number): Span {
  if (segments === undefined) return { start, end };
  const rawStart = rawOffset(segments, start);
  return { start: rawStart, end: end > start ? rawOffset(segments, end - 1) + 1 : rawStart };
}
