/**
 * Lets the links of a Markdown text, which lead to lines of files, run a command instead: pages cannot lead to files.
 *
 * @param text with links of the form `[label](<ADDRESS#L9>)`
 * @param command takes an address and a one-based line
 */
export function linkToCommands(text: string, command: string): string {
  return text.replace(/\]\(<([^<>#\n]*)(?:#L(\d+))?>\)/g, (_, address: string, line?: string) => {
    const args = encodeURIComponent(JSON.stringify([address, Number(line ?? 1)]));
    // A parenthesis would end the link.
    return `](command:${command}?${args.replace(/[()]/g, (character) => (character === '(' ? '%28' : '%29'))})`;
  });
}
