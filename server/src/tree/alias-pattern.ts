import { fnmatch } from '../files/fnmatch.ts';

const STAR = 0x2a;
const QUESTION = 0x3f;
const OPEN = 0x5b;
const BACKSLASH = 0x5c;

/** @returns whether kmod's indexes take a character for the start of what fnmatch(3) decides: `*`, `?`, `[`. */
export function isWildcard(code: number): boolean {
  return code === STAR || code === QUESTION || code === OPEN;
}

/** @returns where the first wildcard of a pattern stands; its length if there is none. */
export function wildcardStart(pattern: string): number {
  for (let at = 0; at < pattern.length; at++) if (isWildcard(pattern.charCodeAt(at))) return at;
  return pattern.length;
}

/**
 * Matches as kmod searches its indexes: character by character up to the first wildcard (a `\` there is an ordinary
 * character), from there on by fnmatch(3). Both sides are normalised already.
 */
export function matchesAlias(pattern: string, request: string): boolean {
  const wildcard = wildcardStart(pattern);
  if (wildcard === pattern.length) return pattern === request;
  return (
    request.startsWith(pattern.slice(0, wildcard)) &&
    fnmatch(pattern.slice(wildcard), request.slice(wildcard))
  );
}

/** Longer anchors would tell hardly any more patterns apart. */
const maximumAnchor = 8;

/**
 * @returns a piece of text that every match of `pattern` holds behind the pattern's first wildcard: the end of the longest
 *   run of ordinary characters there. Empty if there is none.
 */
export function anchorOf(pattern: string): string {
  let best = '';
  let start = wildcardStart(pattern);
  for (let at = start; at <= pattern.length; at++) {
    if (isOrdinary(pattern.charCodeAt(at))) continue;
    if (at - start > best.length) best = pattern.slice(start, at);
    if (pattern.charCodeAt(at) === OPEN) {
      // Which `]` closes depends on what is inside: everything up to the last one is given up.
      const close = pattern.lastIndexOf(']');
      if (close < at) break;
      at = close;
    } else if (pattern.charCodeAt(at) === BACKSLASH) at++;
    start = at + 1;
  }
  return best.slice(-maximumAnchor);
}

/** Only ASCII, because a `?` may match half of any other character. */
function isOrdinary(code: number): boolean {
  return code <= 0x7f && !isWildcard(code) && code !== BACKSLASH;
}
