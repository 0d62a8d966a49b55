import { isSpace } from '../characters.ts';

/**
 * Finds the end of a parameter as the kernel does (next_arg): white space ends it, except between `"` and `"`, which may
 * stand anywhere in the word. An open quote takes the rest of the line.
 *
 * @returns the offset behind the parameter that begins at `start`
 */
export function scanParameter(text: string, start: number): number {
  let quoted = false;
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) quoted = !quoted;
    else if (!quoted && isSpace(code)) break;
  }
  return at;
}
