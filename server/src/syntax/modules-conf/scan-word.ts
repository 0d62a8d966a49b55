import { isSpace } from '../characters.ts';

/**
 * Finds the end of a word by modutils' rules: white space ends it, except inside `"…"`, `'…'` or `` `…` ``, where a
 * backslash before the same quote keeps it from closing. A quote opens also behind a backslash. An open quote takes the
 * rest of the line.
 *
 * @returns the offset behind the word that begins at `start`; `start` itself if none begins there
 */
export function scanWord(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) return at;
    at = isQuote(code) ? scanQuoted(text, at) : at + 1;
  }
  return at;
}

/** @returns the quote that a word leaves open, if it does. */
export function unterminatedQuote(text: string): '"' | "'" | '`' | undefined {
  for (let at = 0; at < text.length; ) {
    if (!isQuote(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const close = scanQuoted(text, at);
    const closed = close > at + 1 && text[close - 1] === text[at] && text[close - 2] !== '\\';
    if (!closed) return text[at] as '"' | "'" | '`';
    at = close;
  }
  return undefined;
}

/** @returns the offset behind the closing quote of the quote at `start`, the text's length if it stays open. */
function scanQuoted(text: string, start: number): number {
  const quote = text.charCodeAt(start);
  for (let at = start + 1; at < text.length; at++) {
    if (text.charCodeAt(at) === quote && text.charCodeAt(at - 1) !== 0x5c) return at + 1;
  }
  return text.length;
}

function isQuote(code: number): boolean {
  return code === 0x22 || code === 0x27 || code === 0x60;
}
