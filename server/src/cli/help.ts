import type { CommandSpec, OptionSpec } from './command-spec.ts';
import { wrap } from './wrap.ts';

/** Help is read on terminals of any width; this one suits all. */
const width = 96;

/** @returns what `modconf COMMAND --help` prints. */
export function commandHelp(command: CommandSpec): string {
  const { name, operands, description, options, examples, statuses } = command;
  return [
    `Usage: modconf ${[name, '[OPTION…]', operands].filter(Boolean).join(' ')}`,
    '',
    ...description.flatMap((paragraph) => [...wrap(paragraph, width), '']),
    ...groupsOf(options).flatMap(([title, group]) => [
      `${title}:`,
      ...table(group.map((option) => [optionTitle(option), option.text])),
      '',
    ]),
    'Exit status:',
    ...table(Object.entries(statuses)),
    '',
    'Examples:',
    ...examples.flatMap(({ line, text }) => [`  ${line}`, `      ${text}`]),
    '',
  ].join('\n');
}

/** @returns what `modconf --help` prints. */
export function programHelp(commands: readonly CommandSpec[]): string {
  return [
    'Usage: modconf COMMAND [OPTION…] [ARGUMENT…]',
    '',
    ...wrap(
      'Says what modprobe will do with the files that decide which Linux kernel modules load: modules.conf of modutils 2.4, modprobe.d, modules-load.d and depmod.d of today, and modules.dep of both.',
      width,
    ),
    '',
    'Commands:',
    ...table(commands.map(({ name, summary }) => [name, summary])),
    '',
    'More about one: modconf COMMAND --help. The version: modconf --version.',
    '',
  ].join('\n');
}

/** The options by heading, in the order in which these are first named. */
function groupsOf(options: readonly OptionSpec[]): [title: string, options: OptionSpec[]][] {
  const groups = new Map<string, OptionSpec[]>();
  for (const option of options) {
    const title = option.group ?? 'Options';
    groups.set(title, [...(groups.get(title) ?? []), option]);
  }
  return [...groups];
}

function optionTitle({ name, short, value, choices }: OptionSpec): string {
  const shown = choices === undefined || choices.join('|').length > 20 ? value : choices.join('|');
  return `${short === undefined ? '    ' : `-${short}, `}--${name}${shown === undefined ? '' : ` ${shown}`}`;
}

/** Two columns; a long left one stands on a line of its own. */
function table(rows: readonly (readonly [string, string])[]): string[] {
  const left = Math.min(28, Math.max(...rows.map(([title]) => title.length)));
  const indent = ' '.repeat(left + 4);
  return rows.flatMap(([title, text]) => {
    const lines = wrap(text, width - indent.length).map((line) => indent + line);
    const first = `  ${title}`;
    if (title.length > left) return [first, ...lines];
    return [first.padEnd(indent.length) + (lines[0] ?? '').slice(indent.length), ...lines.slice(1)];
  });
}
