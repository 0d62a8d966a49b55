import { isSpace } from '../syntax/characters.ts';

const backslash = 0x5c;

/** Cuts a text without quotes at blanks, tabs and newlines; \v, \f and \r stay part of a word. */
export function splitAtBlank(text: string): string[] {
  return split(text, (code) => code === 0x20 || code === 0x09 || code === 0x0a);
}

/** Cuts a text without quotes at white space. */
export function splitAtSpace(text: string): string[] {
  return split(text, isSpace);
}

function split(text: string, isSeparator: (code: number) => boolean): string[] {
  const words: string[] = [];
  for (let at = 0; at < text.length; ) {
    if (isSeparator(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const from = at;
    while (at < text.length && !isSeparator(text.charCodeAt(at))) at++;
    words.push(text.slice(from, at));
  }
  return words;
}

/**
 * Cuts a text at white space outside of `"…"` and `'…'` and takes one level of quotes off: the quotes go, a backslash
 * outside of them goes, everything inside stays (also a backslash that keeps a quote from closing). Words that are empty
 * then do not count. A quote that is not closed takes the rest of the text.
 */
export function splitUnquoting(text: string): string[] {
  const words: string[] = [];
  let word = '';
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      if (word !== '') words.push(word);
      word = '';
    } else if (code === 0x22 || code === 0x27) {
      const close = closingQuote(text, at);
      word += text.slice(at + 1, close);
      at = close;
    } else if (code !== backslash) {
      word += text[at]!;
    }
  }
  if (word !== '') words.push(word);
  return words;
}

/** @returns where the quote that opens at `open` closes, the text's length if it does not. */
function closingQuote(text: string, open: number): number {
  const quote = text.charCodeAt(open);
  for (let at = open + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) return at;
    if (code === backslash && text.charCodeAt(at + 1) === quote) at++;
  }
  return text.length;
}
