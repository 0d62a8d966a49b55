/** @returns whether isspace(3) of the C locale says so: blank, \t, \n, \v, \f, \r. */
export function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

/** @returns the offset of the first character at or behind `offset` that is no white space. */
export function skipSpace(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/**
 * The `start_chars_hint` of a Chevrotain token whose pattern Chevrotain cannot analyse itself. Above 255 it sorts
 * characters into groups of 255, of which we name one each.
 *
 * @returns the first characters that `accepts` takes; all above 255 if it takes U+0100
 */
export function firstCharacters(accepts: (code: number) => boolean): number[] {
  const codes = Array.from({ length: 256 }, (_, code) => code).filter(accepts);
  if (accepts(256))
    for (let code = 256; code <= 0xffff; code = code === 256 ? 510 : code + 255) codes.push(code);
  return codes;
}
