/**
 * Text from files, paths and arguments as a terminal may show it: nothing in it can move the cursor, change colours or turn
 * the reading direction.
 */

/** @returns whether a code point must not reach a terminal as it is. */
function isUnsafe(code: number): boolean {
  if (code < 0x20 || (code >= 0x7f && code <= 0x9f)) return true; // C0, DEL, C1
  if (code >= 0xd800 && code <= 0xdfff) return true; // a byte that is not UTF-8
  if (code === 0xfeff || code === 0x2028 || code === 0x2029) return true; // byte-order mark, line and paragraph ends
  return (
    code === 0xad ||
    code === 0x61c ||
    (code >= 0x200b && code <= 0x200f) || // zero width and direction marks
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f)
  );
}

function escapeCode(code: number): string {
  if (code === 0x09) return '\\t';
  if (code === 0x0a) return '\\n';
  if (code === 0x0d) return '\\r';
  // Bytes that are not UTF-8 are read as U+DC00 plus the byte.
  const value = code >= 0xdc80 && code <= 0xdcff ? code - 0xdc00 : code;
  const hex = value.toString(16);
  return value <= 0xff ? `\\x${hex.padStart(2, '0')}` : `\\u${hex.padStart(4, '0')}`;
}

/** @returns `text` with everything escaped that a terminal would not simply show; a line end becomes `\n`. */
export function visible(text: string): string {
  let out = '';
  let done = 0;
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at)!;
    const length = code > 0xffff ? 2 : 1;
    if (isUnsafe(code)) {
      out += text.slice(done, at) + escapeCode(code);
      done = at + length;
    }
    at += length;
  }
  return done === 0 ? text : out + text.slice(done);
}

/** One thing on the screen: a character with what combines with it, or an escaped one. */
export interface Cell {
  readonly text: string;
  /** Columns that it takes. */
  readonly width: number;
  /** UTF-16 code units of the source that it stands for. */
  readonly length: number;
}

const tabStop = 8;

/** @returns the cell of the code point at `at`; tabs reach to the next multiple of eight columns. */
export function cellAt(text: string, at: number, column: number): Cell {
  const code = text.codePointAt(at)!;
  const length = code > 0xffff ? 2 : 1;
  if (code === 0x09) {
    const width = tabStop - (column % tabStop);
    return { text: ' '.repeat(width), width, length };
  }
  if (isUnsafe(code)) {
    const escaped = escapeCode(code);
    return { text: escaped, width: escaped.length, length };
  }
  return { text: text.slice(at, at + length), width: widthOf(code), length };
}

/** @returns how many columns a text takes that is {@link visible}. */
export function displayWidth(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at)!;
    width += widthOf(code);
    at += code > 0xffff ? 2 : 1;
  }
  return width;
}

function widthOf(code: number): number {
  if (code < 0x300) return 1;
  if (/^[\p{Mn}\p{Me}]$/u.test(String.fromCodePoint(code))) return 0;
  return wide.some(([first, last]) => first <= code && code <= last) ? 2 : 1;
}

/** What terminals show in two columns: the East Asian wide and fullwidth blocks, and pictures. */
const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
];
