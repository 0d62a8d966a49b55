import type { Status } from './status.ts';

/** What the command line knows about a command: arguments are read by it, and `--help` is written from it. */
export interface CommandSpec {
  readonly name: string;
  /** What may stand behind the options, as the usage line shows it: `[PATH…]`. */
  readonly operands: string;
  /** How few and how many operands there may be. */
  readonly minimum: number;
  readonly maximum: number;
  /** One sentence for the list of commands. */
  readonly summary: string;
  /** Paragraphs for the command's own help. */
  readonly description: readonly string[];
  readonly options: readonly OptionSpec[];
  /** Command lines that show what it is for, each with a word about it. */
  readonly examples: readonly Example[];
  /** What each exit status means that there can be. */
  readonly statuses: Readonly<Partial<Record<Status, string>>>;
}

export interface OptionSpec {
  /** Without the dashes. */
  readonly name: string;
  /** One letter. */
  readonly short?: string;
  /** What its value is called: `DIR`. Left out for a switch. */
  readonly value?: string;
  /** The values that there are; any other one is wrong. */
  readonly choices?: readonly string[];
  /** The heading that help shows it below; left out for the first group. */
  readonly group?: string;
  /** May be given several times, and each counts. */
  readonly repeatable?: boolean;
  /** A choice may have `:FILE` behind it, for where the output goes. */
  readonly toFile?: boolean;
  readonly text: string;
}

interface Example {
  readonly line: string;
  readonly text: string;
}
