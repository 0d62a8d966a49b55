import type { Range } from '../text/span.ts';

/** Where something is made. */
export interface Target {
  readonly path: string;
  /** All of it. */
  readonly range: Range;
  /** Its name. */
  readonly selection: Range;
}

/** @returns a file as a whole, by its first character. */
export function startOf(path: string): Target {
  return stretchOf(path, 0, 0);
}

/** @returns the first `length` UTF-16 code units of a physical line. */
export function stretchOf(path: string, line: number, length: number): Target {
  const range = { start: { line, character: 0 }, end: { line, character: length } };
  return { path, range, selection: range };
}
