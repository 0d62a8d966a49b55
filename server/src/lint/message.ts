/** @returns a piece of a configuration as a message shows it: between backquotes, two of them where it holds one itself. */
export function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}
