/**
 * Orders two strings as strcmp(3) orders their UTF-8 bytes, which is the order of their code points; plain `<`
 * compares UTF-16 code units and differs above U+FFFF.
 */
export function compareBytes(left: string, right: string): number {
  if (left === right) return 0;
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at++) {
    const a = left.charCodeAt(at);
    const b = right.charCodeAt(at);
    if (a !== b) return rank(a) - rank(b);
  }
  return left.length - right.length;
}

/** High surrogates stand for code points above every other unit; a lone U+DC80 to U+DCFF is a raw byte 0x80 to 0xFF. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
