import type { CommandSpec } from './command-spec.ts';

/** The command line makes no sense; the message says what is wrong with it and what was perhaps meant. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  /** Whose help says how to do it; undefined means that of the whole program. */
  readonly command: CommandSpec | undefined;

  constructor(message: string, command?: CommandSpec) {
    super(message);
    this.command = command;
  }
}
