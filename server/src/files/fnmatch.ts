import { encode } from '../text/encoding.ts';

/** The flags of fnmatch(3) that somebody needs; all off is what the loaders use for names. */
export interface FnmatchOptions {
  /** FNM_PATHNAME: `*`, `?` and `[…]` do not match a slash, as in glob(3). */
  readonly pathname?: boolean;
  /** FNM_PERIOD: a leading dot (with `pathname` also one behind a slash) is matched only by a dot. */
  readonly period?: boolean;
}

const noOptions: FnmatchOptions = {};

/**
 * fnmatch(3) of glibc in the C locale, which is the loaders': `*`, `?`, `[…]` with ranges, classes (`[:digit:]`) and
 * `!` or `^` for the complement, `\` before a character that stands for itself. A `[` that is not closed is an ordinary
 * character; a pattern that ends in a single `\` matches nothing. Characters are bytes, as they are for the loaders:
 * `?` matches half of `é`.
 *
 * Takes at most pattern length times text length steps: only the last `*` is ever tried again.
 */
export function fnmatch(pattern: string, text: string, options: FnmatchOptions = noOptions): boolean {
  return isAscii(pattern) && isAscii(text)
    ? matches(pattern, text, options)
    : matches(bytesOf(pattern), bytesOf(text), options);
}

/** @returns how many characters at the start of `pattern` stand for themselves; all of them where it is a plain name. */
export function literalPrefixLength(pattern: string): number {
  for (let at = 0; at < pattern.length; at++) {
    const unit = pattern.charCodeAt(at);
    if (unit === STAR || unit === QUESTION || unit === OPEN || unit === BACKSLASH) return at;
  }
  return pattern.length;
}

const EXCLAMATION = 0x21;
const STAR = 0x2a;
const DASH = 0x2d;
const DOT = 0x2e;
const SLASH = 0x2f;
const COLON = 0x3a;
const EQUALS = 0x3d;
const QUESTION = 0x3f;
const OPEN = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE = 0x5d;
const CARET = 0x5e;

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}

/** @returns the bytes of a text, each as one character. */
function bytesOf(text: string): string {
  let out = '';
  for (const byte of encode(text)) out += String.fromCharCode(byte);
  return out;
}

function matches(pattern: string, text: string, options: FnmatchOptions): boolean {
  let inPattern = 0;
  let inText = 0;
  // Where to go on when what follows the last star does not fit: the star then takes one character more.
  let afterStar = -1;
  let starEnd = 0;
  while (inPattern < pattern.length || inText < text.length) {
    if (pattern.charCodeAt(inPattern) === STAR && !isLeadingDot(text, inText, options)) {
      afterStar = ++inPattern;
      starEnd = inText;
      continue;
    }
    const next = inText < text.length ? matchOne(pattern, inPattern, text, inText, options) : -1;
    if (next !== -1) {
      inPattern = next;
      inText++;
      continue;
    }
    if (afterStar === -1 || starEnd >= text.length) return false;
    if (options.pathname === true && text.charCodeAt(starEnd) === SLASH) return false;
    inPattern = afterStar;
    inText = ++starEnd;
  }
  return true;
}

/** Whether a leading dot stands here that only a dot may match. */
function isLeadingDot(text: string, at: number, options: FnmatchOptions): boolean {
  if (options.period !== true || text.charCodeAt(at) !== DOT) return false;
  return at === 0 || (options.pathname === true && text.charCodeAt(at - 1) === SLASH);
}

/**
 * Matches one character against the pattern element at `at`, which is not a star.
 *
 * @returns where the next element begins, -1 if the character does not match
 */
function matchOne(
  pattern: string,
  at: number,
  text: string,
  inText: number,
  options: FnmatchOptions,
): number {
  const wanted = pattern.charCodeAt(at); // NaN behind the end, which equals nothing
  const unit = text.charCodeAt(inText);
  if (wanted === BACKSLASH) return pattern.charCodeAt(at + 1) === unit ? at + 2 : -1;
  if (wanted !== QUESTION && wanted !== OPEN) return wanted === unit ? at + 1 : -1;
  if (isLeadingDot(text, inText, options) || (options.pathname === true && unit === SLASH)) return -1;
  if (wanted === QUESTION) return at + 1;
  return matchBracket(pattern, at + 1, unit) ?? (unit === OPEN ? at + 1 : -1);
}

/**
 * Matches a character against `[…]`.
 *
 * @param at behind the opening bracket
 * @returns where the pattern goes on, -1 if the character does not match, undefined if the bracket is not closed
 */
function matchBracket(pattern: string, at: number, unit: number): number | undefined {
  const complement = pattern.charCodeAt(at) === EXCLAMATION || pattern.charCodeAt(at) === CARET;
  const start = complement ? at + 1 : at;
  let found = false;
  for (let next = start; next < pattern.length; ) {
    // A closing bracket directly behind the opening one is an ordinary character.
    if (next > start && pattern.charCodeAt(next) === CLOSE) return found !== complement ? next + 1 : -1;
    const name = classNameAt(pattern, next);
    if (name !== undefined) {
      const contains = classes.get(name);
      if (contains === undefined && !found) return -1;
      found ||= contains?.(unit) === true;
      next += name.length + 4; // [: and :]
      continue;
    }
    const lowEnd = bracketCharacterEnd(pattern, next);
    const low = bracketCharacter(pattern, next, lowEnd);
    if (!isRange(pattern, lowEnd)) {
      found ||= low === unit;
      next = lowEnd;
      continue;
    }
    if (lowEnd + 1 === pattern.length) return -1; // glibc: a range without an end, not an ordinary bracket
    const highEnd = bracketCharacterEnd(pattern, lowEnd + 1);
    found ||= low <= unit && unit <= bracketCharacter(pattern, lowEnd + 1, highEnd);
    next = highEnd;
  }
  return undefined;
}

function isRange(pattern: string, at: number): boolean {
  return pattern.charCodeAt(at) === DASH && pattern.charCodeAt(at + 1) !== CLOSE;
}

/** @returns where the single character at `at` inside brackets ends: `a`, `\a`, `[.a.]` or `[=a=]`. */
function bracketCharacterEnd(pattern: string, at: number): number {
  const unit = pattern.charCodeAt(at);
  if (unit === BACKSLASH) return at + 2;
  const mark = pattern.charCodeAt(at + 1);
  const isSymbol =
    unit === OPEN &&
    (mark === DOT || mark === EQUALS) &&
    pattern.charCodeAt(at + 3) === mark &&
    pattern.charCodeAt(at + 4) === CLOSE;
  return isSymbol ? at + 5 : at + 1;
}

/** @returns the character that a stretch found by {@link bracketCharacterEnd} stands for. */
function bracketCharacter(pattern: string, at: number, end: number): number {
  return pattern.charCodeAt(end - at === 5 ? at + 2 : end - 1);
}

/** @returns the NAME of a `[:NAME:]` at `at`, which may be no class that there is. */
function classNameAt(pattern: string, at: number): string | undefined {
  if (pattern.charCodeAt(at) !== OPEN || pattern.charCodeAt(at + 1) !== COLON) return undefined;
  let end = at + 2;
  while (isLower(pattern.charCodeAt(end))) end++;
  const closed = pattern.charCodeAt(end) === COLON && pattern.charCodeAt(end + 1) === CLOSE;
  return closed ? pattern.slice(at + 2, end) : undefined;
}

const between = (unit: number, low: string, high: string): boolean =>
  low.charCodeAt(0) <= unit && unit <= high.charCodeAt(0);
const isLower = (unit: number): boolean => between(unit, 'a', 'z');
const isUpper = (unit: number): boolean => between(unit, 'A', 'Z');
const isDigit = (unit: number): boolean => between(unit, '0', '9');
const isAlpha = (unit: number): boolean => isLower(unit) || isUpper(unit);
const isAlnum = (unit: number): boolean => isAlpha(unit) || isDigit(unit);
const isGraph = (unit: number): boolean => between(unit, '!', '~');

/** The character classes of the C locale. */
const classes: ReadonlyMap<string, (unit: number) => boolean> = new Map([
  ['alnum', isAlnum],
  ['alpha', isAlpha],
  ['blank', (unit) => unit === 0x20 || unit === 0x09],
  ['cntrl', (unit) => unit < 0x20 || unit === 0x7f],
  ['digit', isDigit],
  ['graph', isGraph],
  ['lower', isLower],
  ['print', (unit) => unit === 0x20 || isGraph(unit)],
  ['punct', (unit) => isGraph(unit) && !isAlnum(unit)],
  ['space', (unit) => unit === 0x20 || (unit >= 0x09 && unit <= 0x0d)],
  ['upper', isUpper],
  ['xdigit', (unit) => isDigit(unit) || between(unit, 'a', 'f') || between(unit, 'A', 'F')],
]);
