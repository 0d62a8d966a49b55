import { parseArgs } from 'node:util';
import { nearest } from '../lint/nearest.ts';
import type { CommandSpec, OptionSpec } from './command-spec.ts';
import { UsageError } from './usage-error.ts';

/** A command's arguments after they were checked against its table. */
export class Arguments {
  readonly operands: readonly string[];
  readonly #values: ReadonlyMap<string, readonly string[]>;

  constructor(operands: readonly string[], values: ReadonlyMap<string, readonly string[]>) {
    this.operands = operands;
    this.#values = values;
  }

  /** @returns whether the option was given. */
  has(name: string): boolean {
    return this.#values.has(name);
  }

  /** @returns the option's value; the last one when it was given several times. */
  value(name: string): string | undefined {
    return this.#values.get(name)?.at(-1);
  }

  /** @returns the values of an option that may be given several times, in order. */
  values(name: string): readonly string[] {
    return this.#values.get(name) ?? [];
  }
}

/**
 * Reads what stands behind the command's name.
 *
 * @throws UsageError for an option that does not exist, one without its value, a value that is none of the choices, and too
 *   few or too many operands; these are not counted when only help or the version is asked for
 */
export function readArguments(args: readonly string[], command: CommandSpec): Arguments {
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(command.options.map((option) => [option.name, parserOption(option)])),
    allowPositionals: true,
    strict: false, // our own messages name what was perhaps meant
    tokens: true,
  });
  const operands: string[] = [];
  const values = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind === 'option')
      values.set(token.name, [...(values.get(token.name) ?? []), checkOption(token, command)]);
  }
  if (!values.has('help') && !values.has('version')) checkOperands(operands, command);
  return new Arguments(operands, values);
}

function parserOption({ value, short }: OptionSpec): { type: 'string' | 'boolean'; short?: string } {
  return { type: value === undefined ? 'boolean' : 'string', ...(short !== undefined && { short }) };
}

interface OptionToken {
  readonly name: string;
  /** As it was written: `--root`, `-q`. */
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

/** @returns the option's value; empty for a switch. */
function checkOption({ name, rawName, value, inlineValue }: OptionToken, command: CommandSpec): string {
  const option = command.options.find((candidate) => candidate.name === name);
  if (option === undefined) throw unknownOption(rawName, command);
  if (option.value === undefined) {
    if (value !== undefined) throw new UsageError(`${rawName} takes no value`, command);
    return '';
  }
  const isNextOption = inlineValue !== true && value?.startsWith('-') === true && value.length > 1;
  if (value === undefined || value === '' || isNextOption)
    throw new UsageError(`${rawName} needs a ${option.value}`, command);
  checkChoice(value, rawName, option, command);
  return value;
}

function checkChoice(value: string, rawName: string, option: OptionSpec, command: CommandSpec): void {
  const { choices, toFile } = option;
  const choice = toFile === true ? value.slice(0, `${value}:`.indexOf(':')) : value;
  if (choices === undefined || choices.includes(choice)) return;
  const meant = suggestion(nearest(choice, choices));
  throw new UsageError(
    `${rawName} cannot be \`${choice}\`${meant}; it is one of ${choices.join(', ')}`,
    command,
  );
}

function unknownOption(rawName: string, command: CommandSpec): UsageError {
  const names = command.options.map((option) => option.name);
  const meant = nearest(rawName.replace(/^-+/, ''), names);
  return new UsageError(`there is no option ${rawName}${suggestion(meant && `--${meant}`)}`, command);
}

function checkOperands(operands: readonly string[], command: CommandSpec): void {
  const { minimum, maximum, name } = command;
  if (operands.length < minimum) throw new UsageError(`${name} needs ${command.operands}`, command);
  if (operands.length > maximum) throw new UsageError(`${name} takes no \`${operands[maximum]}\``, command);
}

/** @returns the words that offer what was perhaps meant; nothing where nothing is near. */
export function suggestion(meant: string | undefined): string {
  return meant ? ` (did you mean ${meant}?)` : '';
}
