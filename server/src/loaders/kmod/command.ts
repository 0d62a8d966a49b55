/** Commands that do nothing but succeed or fail, by the last part of their path. */
const idle: ReadonlySet<string> = new Set(['true', 'false', ':']);

/** What the shell would look into, or what could start a second command. */
const shellCharacters = /[`$&|;<>(){}\n]/;

/**
 * @returns whether an install line's command surely loads nothing: `/bin/true`, `/bin/false` or `:`, with or without
 *   arguments. What else a command does cannot be known without running it.
 */
export function doesNothing(command: string): boolean {
  const [first = ''] = command.trim().split(/[ \t]/, 1);
  return idle.has(first.slice(first.lastIndexOf('/') + 1)) && !shellCharacters.test(command);
}

/** @returns the words of a command, cut at blanks and at what separates commands; quotes are not looked into. */
export function commandWords(command: string): string[] {
  return command.split(/[ \t;&|(){}]/).filter(Boolean);
}
