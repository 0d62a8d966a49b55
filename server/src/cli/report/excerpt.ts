import type { Range } from '../../text/span.ts';
import { cellAt } from './visible.ts';

/** A source line as it is shown, with the place that a finding is about marked below it. */
export interface Excerpt {
  readonly source: string;
  /** Blanks, then carets. */
  readonly marks: string;
}

/** Shown where a long line is cut. */
const cut = '…';

/**
 * Shows the physical line that a range begins on. Of a line that is wider than `width`, what is around the range is shown; a
 * range over several lines is marked to the end of its first.
 *
 * @param line without its `\n`
 * @param width columns there are, at least 20
 */
export function excerpt(line: string, range: Range, width: number): Excerpt {
  const end = endOfLine(line, range);
  const from = Math.min(range.start.character, end);
  const to = range.end.line === range.start.line ? range.end.character : end;
  const marked = { start: from, end: Math.max(from, Math.min(to, end)) };
  const first = windowStart(line, marked, width);
  return drawWindow(line, { first, end }, marked, width);
}

/** The line's end, without the CR of a CR LF; a CR that the range is about stays. */
function endOfLine(line: string, { start, end }: Range): number {
  const reach = end.line === start.line ? end.character : start.character;
  return line.endsWith('\r') && reach < line.length ? line.length - 1 : line.length;
}

/** Where to begin so that the marked place is seen: at the line's start if it then fits, otherwise a third of the width before it. */
function windowStart(line: string, marked: { start: number; end: number }, width: number): number {
  let columns = 0;
  for (let at = 0; at < marked.end && columns < width; ) {
    const cell = cellAt(line, at, columns);
    columns += cell.width;
    at += cell.length;
  }
  if (columns < width) return 0;
  // A code unit takes at most six columns (an escape), so this looks at little however long the line is.
  let first = marked.start;
  for (let room = Math.floor(width / 3); first > 0; ) {
    const length = isLowSurrogateOfPair(line, first - 1) ? 2 : 1;
    room -= cellAt(line, first - length, 0).width;
    if (room < 0) break;
    first -= length;
  }
  return first;
}

function isLowSurrogateOfPair(text: string, at: number): boolean {
  return at > 0 && text.codePointAt(at - 1)! > 0xffff;
}

function drawWindow(
  line: string,
  shown: { first: number; end: number },
  marked: { start: number; end: number },
  width: number,
): Excerpt {
  let source = shown.first > 0 ? cut : '';
  let columns = source.length;
  let at = shown.first;
  let markStart: number | undefined;
  let markEnd: number | undefined;
  while (at < shown.end) {
    const cell = cellAt(line, at, columns);
    const isLast = at + cell.length >= shown.end;
    if (columns + cell.width > width - (isLast ? 0 : 1)) break;
    if (at >= marked.start) markStart ??= columns;
    if (at >= marked.end) markEnd ??= columns;
    source += cell.text;
    columns += cell.width;
    at += cell.length;
  }
  if (at < shown.end) source += cut;
  const start = markStart ?? columns;
  const length = Math.max(1, (markEnd ?? columns) - start);
  return { source: source.trimEnd(), marks: ' '.repeat(start) + '^'.repeat(length) };
}
