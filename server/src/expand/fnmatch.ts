import { encode } from '../text/encoding.ts';

/** One position of a pattern: which byte may stand there. */
type ByteTest = (code: number) => boolean;

/** What stands between two `*` of a pattern. */
type Segment = readonly ByteTest[];

const anyByte: ByteTest = () => true;

/**
 * Compiles a pattern of fnmatch(3) in the C locale: `*`, `?`, `[…]` with ranges, negation by `!` or `^` and classes such
 * as `[:digit:]`, and `\` before a character that is meant itself. Bytes are compared, so `?` stands for one byte of a
 * character beyond ASCII. A `[` without its `]` stands for itself. `/` is a character like any other.
 *
 * @returns a test that takes time in proportion to the lengths of pattern and name multiplied, at worst
 */
export function compilePattern(pattern: string): (name: string) => boolean {
  const segments = parsePattern(bytesOf(pattern));
  return (name) => matches(segments, bytesOf(name));
}

/** A string with one unit per byte of `text`. */
function bytesOf(text: string): string {
  for (let at = 0; at < text.length; at++)
    if (text.charCodeAt(at) > 0x7f)
      return Array.from(encode(text), (byte) => String.fromCharCode(byte)).join('');
  return text;
}

function parsePattern(pattern: string): Segment[] {
  const segments: ByteTest[][] = [[]];
  for (let at = 0; at < pattern.length; at++) {
    const segment = segments.at(-1)!;
    const character = pattern[at];
    if (character === '*') {
      segments.push([]);
    } else if (character === '?') {
      segment.push(anyByte);
    } else if (character === '[') {
      const bracket = parseBracket(pattern, at);
      segment.push(bracket.test);
      at = bracket.end - 1;
    } else {
      if (character === '\\' && at + 1 < pattern.length) at++;
      segment.push(equalTo(pattern.charCodeAt(at)));
    }
  }
  return segments;
}

function equalTo(wanted: number): ByteTest {
  return (code) => code === wanted;
}

/** Parses the bracket expression at `start`; one that does not end is a plain `[`. */
function parseBracket(pattern: string, start: number): { test: ByteTest; end: number } {
  const tests: ByteTest[] = [];
  const negated = pattern[start + 1] === '!' || pattern[start + 1] === '^';
  const first = start + (negated ? 2 : 1);
  for (let at = first; at < pattern.length; ) {
    if (pattern[at] === ']' && at > first) {
      return { test: (code) => tests.some((test) => test(code)) !== negated, end: at + 1 };
    }
    const item = parseClass(pattern, at) ?? parseRange(pattern, at);
    tests.push(item.test);
    at = item.end;
  }
  return { test: equalTo(0x5b), end: start + 1 };
}

/** Parses `[:name:]` at `start`, if it stands there. */
function parseClass(pattern: string, start: number): { test: ByteTest; end: number } | undefined {
  if (!pattern.startsWith('[:', start)) return undefined;
  const close = pattern.indexOf(':]', start + 2);
  if (close === -1) return undefined;
  const ranges = classes.get(pattern.slice(start + 2, close));
  if (ranges === undefined) return undefined;
  return { test: (code) => isInRanges(code, ranges), end: close + 2 };
}

/** Parses a character or a range of characters. */
function parseRange(pattern: string, start: number): { test: ByteTest; end: number } {
  const from = characterAt(pattern, start);
  if (pattern[from.end] !== '-' || from.end + 1 >= pattern.length || pattern[from.end + 1] === ']')
    return { test: equalTo(from.code), end: from.end };
  const to = characterAt(pattern, from.end + 1);
  return { test: (code) => code >= from.code && code <= to.code, end: to.end };
}

function characterAt(pattern: string, at: number): { code: number; end: number } {
  const escaped = pattern[at] === '\\' && at + 1 < pattern.length;
  const place = escaped ? at + 1 : at;
  return { code: pattern.charCodeAt(place), end: place + 1 };
}

/** The classes of the C locale, as pairs of first and last characters. */
const classes: ReadonlyMap<string, string> = new Map([
  ['alnum', '09AZaz'],
  ['alpha', 'AZaz'],
  ['blank', '\t\t  '],
  ['cntrl', '\0\x1f\x7f\x7f'],
  ['digit', '09'],
  ['graph', '!~'],
  ['lower', 'az'],
  ['print', ' ~'],
  ['punct', '!/:@[`{~'],
  ['space', '\t\r  '],
  ['upper', 'AZ'],
  ['xdigit', '09AFaf'],
]);

function isInRanges(code: number, ranges: string): boolean {
  for (let at = 0; at < ranges.length; at += 2)
    if (code >= ranges.charCodeAt(at) && code <= ranges.charCodeAt(at + 1)) return true;
  return false;
}

/** The first segment stands at the beginning, the last at the end, those between as far left as they fit. */
function matches(segments: readonly Segment[], name: string): boolean {
  const first = segments[0]!;
  if (!fits(first, name, 0)) return false;
  if (segments.length === 1) return first.length === name.length;
  const last = segments.at(-1)!;
  const lastAt = name.length - last.length;
  let at = first.length;
  for (let index = 1; index < segments.length - 1; index++) {
    const segment = segments[index]!;
    while (at + segment.length <= lastAt && !fits(segment, name, at)) at++;
    at += segment.length;
    if (at > lastAt) return false;
  }
  return at <= lastAt && fits(last, name, lastAt);
}

function fits(segment: Segment, name: string, at: number): boolean {
  if (at + segment.length > name.length) return false;
  for (let index = 0; index < segment.length; index++)
    if (!segment[index]!(name.charCodeAt(at + index))) return false;
  return true;
}
