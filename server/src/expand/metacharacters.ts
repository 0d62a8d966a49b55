/** The kinds of shell metacharacter that modutils tells apart, as bits. */
export const metacharacter = {
  /** `"`, `'` and `\` */
  quote: 1,
  /** `=` */
  equals: 2,
  /** `[`, `]`, `~`, `?` and `*` */
  wildcard: 4,
  /** `&`, `(`, `)`, `;`, `|`, `<`, `>`, `$`, `` ` ``, `!`, `{`, `}`, `+` and `:` */
  shell: 8,
} as const;

const kinds = new Uint8Array(128);
for (const [characters, kind] of [
  ['"\'\\', metacharacter.quote],
  ['=', metacharacter.equals],
  ['[]~?*', metacharacter.wildcard],
  ['&();|<>$`!{}+:', metacharacter.shell],
] as const) {
  for (const character of characters) kinds[character.charCodeAt(0)] = kind;
}

/** @returns the kinds of metacharacter from `start` on, or'ed; 0 if there is none. */
export function metacharactersIn(text: string, start = 0): number {
  let found = 0;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 128) found |= kinds[code]!;
  }
  return found;
}
