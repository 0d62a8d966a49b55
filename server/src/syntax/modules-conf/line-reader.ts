import type { LineReader, LogicalLine, Segment } from '../../text/logical-line.ts';
import type { Span } from '../../text/span.ts';
import { isSpace, skipSpace } from '../characters.ts';

const backslash = 0x5c;
const newline = 0x0a;

/**
 * Physical to logical lines as modutils reads them: trailing white space goes, the first `#` anywhere starts a comment,
 * then a `\` at the end draws in the next physical line, whose leading white space becomes one blank. A comment can
 * therefore not be continued, but a line with a comment behind its `\` is. `\\` at the end is one backslash and no
 * continuation. A NUL ends the physical line (it is read with fgets).
 */
export const modulesConfLines: LineReader = {
  read(text, offset) {
    const first = readPhysical(text, offset);
    const ends = ending(text, first.start, first.end);
    if (ends === 'plain') {
      return {
        raw: first.raw,
        text: first.raw.slice(0, first.end - offset),
        segments: undefined,
        physicalLines: 1,
        comments: first.comment === -1 ? undefined : [commentSpan(text, offset, first)],
      };
    }
    return readContinued(text, offset);
  },
};

interface PhysicalLine {
  readonly raw: string;
  /** Offsets in the document: what is left of the line, its comment (-1: none), the next line. */
  readonly start: number;
  readonly end: number;
  readonly comment: number;
  readonly next: number;
}

function readPhysical(text: string, start: number): PhysicalLine {
  const lineEnd = text.indexOf('\n', start);
  const next = lineEnd === -1 ? text.length : lineEnd + 1;
  const raw = text.slice(start, next);
  const nul = raw.indexOf('\0');
  const hash = raw.indexOf('#');
  const comment = hash !== -1 && (nul === -1 || hash < nul) ? hash : -1;
  let end = comment !== -1 ? comment : nul !== -1 ? nul : raw.length;
  while (end > 0 && isSpace(raw.charCodeAt(end - 1))) end--;
  return { raw, start, end: start + end, comment: comment === -1 ? -1 : start + comment, next };
}

/** How what is left of a line ends: a single `\` continues it, `\\` stands for one backslash. */
function ending(text: string, start: number, end: number): 'plain' | 'continued' | 'backslash' {
  if (end === start || text.charCodeAt(end - 1) !== backslash) return 'plain';
  return end - 2 >= start && text.charCodeAt(end - 2) === backslash ? 'backslash' : 'continued';
}

/** A line that ends in a backslash: rare, so it may take its time, but not more than linear time. */
function readContinued(text: string, offset: number): LogicalLine {
  const segments: Segment[] = [];
  const comments: Span[] = [];
  const pieces: string[] = [];
  let length = 0;
  let physicalLines = 0;
  let at = offset;
  let ends: ReturnType<typeof ending>;
  do {
    const line = readPhysical(text, at);
    const blanks = physicalLines === 0 ? 0 : skipSpace(text, line.start) - line.start;
    const collapses = line.end > line.start && blanks > 0;
    // Leading white space of a continuation becomes one blank, which stands where its last character does.
    const from = collapses ? line.start + blanks - 1 : line.start;
    ends = ending(text, line.start, line.end);
    const end = ends === 'plain' ? line.end : line.end - 1;
    if (end > from) segments.push({ logical: length, raw: from - offset, length: end - from });
    pieces.push(collapses ? ` ${text.slice(from + 1, end)}` : text.slice(from, end));
    length += end - from;
    if (line.comment !== -1) comments.push(commentSpan(text, offset, line));
    physicalLines++;
    at = line.next;
  } while (ends === 'continued' && at < text.length);
  return {
    raw: text.slice(offset, at),
    text: pieces.join(''),
    segments,
    physicalLines,
    comments: comments.length === 0 ? undefined : comments,
  };
}

function commentSpan(text: string, offset: number, line: PhysicalLine): Span {
  let end = line.next;
  if (end > line.comment && text.charCodeAt(end - 1) === newline) end--;
  if (end > line.comment && text.charCodeAt(end - 1) === 0x0d) end--;
  return { start: line.comment - offset, end: end - offset };
}
