/** Bytes that are not UTF-8 are lone surrogates in our texts; files in JSON are UTF-8 and cannot hold them. */

/** @returns whether a text can be written as UTF-8. */
export function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

/** @returns the text with U+FFFD in place of what cannot be written as UTF-8. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}
