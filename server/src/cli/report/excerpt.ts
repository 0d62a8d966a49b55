import type { SourceDocument } from '../../text/source-document.ts';
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
 * @param width columns there are, at least 20
 */
export function excerpt(document: SourceDocument<unknown>, range: Range, width: number): Excerpt {
  const { text } = document;
  const lineStart = document.offsetAt({ line: range.start.line, character: 0 });
  const lineEnd = endOfLine(text, lineStart, range);
  const from = Math.min(lineStart + range.start.character, lineEnd);
  const to = range.end.line === range.start.line ? lineStart + range.end.character : lineEnd;
  const marked = { start: from, end: Math.max(from, Math.min(to, lineEnd)) };
  const first = windowStart(text, lineStart, marked, width);
  return drawWindow(text, { first, lineStart, lineEnd }, marked, width);
}

/** The line's end, without its CR LF; a CR that the range is about stays. */
function endOfLine(text: string, lineStart: number, { start, end }: Range): number {
  const newline = text.indexOf('\n', lineStart);
  if (newline === -1) return text.length;
  const hasReturn = newline > lineStart && text[newline - 1] === '\r';
  const reach = end.line === start.line ? end.character : start.character;
  return hasReturn && lineStart + reach < newline ? newline - 1 : newline;
}

/** Where to begin so that the marked place is seen: at the line's start if it then fits, otherwise a third of the width before it. */
function windowStart(
  text: string,
  lineStart: number,
  marked: { start: number; end: number },
  width: number,
): number {
  let columns = 0;
  for (let at = lineStart; at < marked.end && columns < width; ) {
    const cell = cellAt(text, at, columns);
    columns += cell.width;
    at += cell.length;
  }
  if (columns < width) return lineStart;
  // A code unit takes at most six columns (an escape), so this looks at little however long the line is.
  let first = marked.start;
  for (let room = Math.floor(width / 3); first > lineStart; ) {
    const length = isLowSurrogateOfPair(text, first - 1) ? 2 : 1;
    room -= cellAt(text, first - length, 0).width;
    if (room < 0) break;
    first -= length;
  }
  return first;
}

function isLowSurrogateOfPair(text: string, at: number): boolean {
  return at > 0 && text.codePointAt(at - 1)! > 0xffff;
}

function drawWindow(
  text: string,
  line: { first: number; lineStart: number; lineEnd: number },
  marked: { start: number; end: number },
  width: number,
): Excerpt {
  let source = line.first > line.lineStart ? cut : '';
  let columns = source.length;
  let at = line.first;
  let markStart: number | undefined;
  let markEnd: number | undefined;
  while (at < line.lineEnd) {
    const cell = cellAt(text, at, columns);
    const isLast = at + cell.length >= line.lineEnd;
    if (columns + cell.width > width - (isLast ? 0 : 1)) break;
    if (at >= marked.start) markStart ??= columns;
    if (at >= marked.end) markEnd ??= columns;
    source += cell.text;
    columns += cell.width;
    at += cell.length;
  }
  if (at < line.lineEnd) source += cut;
  const start = markStart ?? columns;
  const length = Math.max(1, (markEnd ?? columns) - start);
  return { source: source.trimEnd(), marks: ' '.repeat(start) + '^'.repeat(length) };
}
