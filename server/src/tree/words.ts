import { isSpace } from '../syntax/characters.ts';

/** @returns the words, cut at white space, of a stretch of a text. */
export function wordsBetween(text: string, start: number, end: number): string[] {
  const words: string[] = [];
  for (let at = start; at < end; ) {
    const begin = at;
    while (at < end && !isSpace(text.charCodeAt(at))) at++;
    if (at > begin) words.push(text.slice(begin, at));
    else at++;
  }
  return words;
}
