/** What looks like a blank, or like nothing, and is an ordinary character for kmod. U+DCA0 is a byte A0 of Latin-1. */
const oddSpace = /[\v\f\x85\xA0\u1680\u180E\u2000-\u200D\u2028\u2029\u202F\u205F\u2060\u3000\uFEFF\uDCA0]/gu;

/** Those of them that take no room: what is meant is nothing. */
const withoutWidth = /[\u180E\u200B-\u200D\u2060\uFEFF]/;

const names: Readonly<Record<string, string>> = {
  '\v': 'vertical tab',
  '\f': 'form feed',
  '\xA0': 'no-break space',
  '\uDCA0': 'no-break space',
  '\u200B': 'zero-width space',
  '\uFEFF': 'byte-order mark',
};

/** @returns whether a text has such spaces. */
export function hasOddSpace(text: string): boolean {
  return text.search(oddSpace) !== -1;
}

/** @returns the offsets of such spaces in a text. */
export function oddSpacesIn(text: string): number[] {
  return [...text.matchAll(oddSpace)].map(({ index }) => index);
}

/** @returns what is meant by an odd space: a blank, or nothing. */
export function plainSpace(character: string): string {
  return withoutWidth.test(character) ? '' : ' ';
}

/** @returns a text with plain blanks for odd ones. */
export function withPlainSpaces(text: string): string {
  return text.replace(oddSpace, plainSpace);
}

/** @returns how people call an odd space: `no-break space (U+00A0)`. */
export function nameSpace(character: string): string {
  const code = character === '\uDCA0' ? 0xa0 : character.charCodeAt(0);
  const point = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  return `${names[character] ?? 'odd space'} (${point})`;
}
