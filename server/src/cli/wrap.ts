/**
 * Breaks a text at blanks.
 *
 * @param width how many characters fit on a line; a longer word stands on a line of its own
 * @returns the lines; one empty line for an empty text
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
