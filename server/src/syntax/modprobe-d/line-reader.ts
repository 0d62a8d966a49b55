import type { LineReader, LogicalLine, Segment } from '../../text/logical-line.ts';

const newline = 0x0a;
const backslash = 0x5c;

/**
 * Physical to logical lines as kmod reads modprobe.d and depmod.d: a backslash before a newline vanishes with it, also
 * inside words and comments; before any other character the backslash alone vanishes, and so does one at the end of the
 * file (where kmod 30 had a byte 0xFF in its place). A NUL ends what is looked at of the line. `text` has no line end; a carriage return stays in it.
 */
export const kmodLines: LineReader = {
  read(text, offset) {
    const end = text.indexOf('\n', offset);
    const raw = end === -1 ? text.slice(offset) : text.slice(offset, end + 1);
    if (raw.includes('\\') || raw.includes('\0')) return readEscaped(text, offset);
    return {
      raw,
      text: end === -1 ? raw : text.slice(offset, end),
      segments: undefined,
      physicalLines: 1,
      comments: undefined,
    };
  },
};

/** @returns whether there is nothing but blanks and tabs, which is all that kmod skips. */
export function isBlank(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0x09) return false;
  }
  return true;
}

/** A line with a backslash or a NUL: rare, so it may take its time. */
function readEscaped(text: string, offset: number): LogicalLine {
  const segments: Segment[] = [];
  const parts: string[] = [];
  let length = 0;
  let physicalLines = 1;
  let ended = false;
  let start = offset;
  let at = offset;
  const copyUntil = (end: number): void => {
    if (end > start && !ended) {
      segments.push({ logical: length, raw: start - offset, length: end - start });
      parts.push(text.slice(start, end));
      length += end - start;
    }
  };
  for (; at < text.length && text.charCodeAt(at) !== newline; at++) {
    const code = text.charCodeAt(at);
    if (code === backslash) {
      copyUntil(at);
      const continued = text.charCodeAt(at + 1) === newline;
      if (continued) physicalLines++;
      start = continued ? at + 2 : at + 1;
      at++;
    }
    if (at < text.length && text.charCodeAt(at) === 0) {
      copyUntil(at);
      ended = true;
    }
  }
  // A backslash at the end of the file steps over it.
  const end = Math.min(at, text.length);
  copyUntil(end);
  return {
    raw: text.slice(offset, Math.min(end + 1, text.length)),
    text: parts.join(''),
    segments,
    physicalLines,
    comments: undefined,
  };
}
