/** How emphasis is shown; without colours, each gives the text as it is. */
export interface Emphasis {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
}

/** @returns a rule's page, which uses headings, fences, `**bold**` and paragraphs, as text for a terminal. */
export function markdownToText(markdown: string, { bold, dim }: Emphasis): string {
  let inFence = false;
  const out: string[] = [];
  for (const line of markdown.split('\n')) {
    if (line.startsWith('```')) inFence = !inFence;
    else if (inFence) out.push(dim(`    ${line}`));
    else if (line.startsWith('#')) out.push(bold(line.slice(line.indexOf(' ') + 1)));
    else out.push(boldParts(line, bold));
  }
  return out.join('\n').replaceAll('\n\n\n', '\n\n');
}

function boldParts(line: string, bold: Emphasis['bold']): string {
  // Every second part stands between two pairs of stars.
  return line
    .split('**')
    .map((part, index) => (index % 2 === 1 ? bold(part) : part))
    .join('');
}
