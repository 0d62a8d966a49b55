/** What is wrong in a configuration file: `path:line:column: …`, one-based. */
export interface LocatedProblem {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** A configuration makes no sense; nothing is checked with it. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  readonly problems: readonly LocatedProblem[];

  constructor(problems: readonly LocatedProblem[]) {
    super(
      problems.map(({ path, line, column, message }) => `${path}:${line}:${column}: ${message}`).join('\n'),
    );
    this.problems = problems;
  }
}
