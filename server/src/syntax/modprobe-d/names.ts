/**
 * Normalises a module name or pattern as kmod does: `-` becomes `_`, except inside `[…]`.
 *
 * @returns undefined for an unpaired bracket, which makes a configuration line bad and a request invalid
 */
export function normalizeName(name: string): string | undefined {
  if (!/[-[\]]/.test(name)) return name;
  let normal = '';
  for (let at = 0; at < name.length; at++) {
    const character = name[at]!;
    if (character === ']') return undefined;
    if (character === '[') {
      const close = name.indexOf(']', at);
      if (close === -1) return undefined;
      normal += name.slice(at, close + 1);
      at = close;
    } else {
      normal += character === '-' ? '_' : character;
    }
  }
  return normal;
}
