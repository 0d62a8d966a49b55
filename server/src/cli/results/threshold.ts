import type { Severity } from '../../lint/diagnostic.ts';
import type { Arguments } from '../arguments.ts';
import type { CommandSpec } from '../command-spec.ts';
import { UsageError } from '../usage-error.ts';

/** When findings make the check fail. */
export interface Threshold {
  /** The least severity that fails by itself. */
  readonly failOn: Severity | 'never';
  /** So many warnings may be there; undefined: `failOn` decides. */
  readonly maximumWarnings: number | undefined;
}

/** @throws UsageError for a number that is none */
export function thresholdOf(args: Arguments, command: CommandSpec): Threshold {
  const failOn = (args.value('fail-on') ?? 'warning') as Threshold['failOn'];
  const maximum = args.value('max-warnings');
  if (maximum !== undefined && !/^\d{1,9}$/.test(maximum))
    throw new UsageError(`--max-warnings needs a number, not \`${maximum}\``, command);
  return { failOn, maximumWarnings: maximum === undefined ? undefined : Number(maximum) };
}

/** @returns whether a finding of this severity makes the check fail by itself. */
export function fails(severity: Severity, { failOn, maximumWarnings }: Threshold): boolean {
  if (failOn === 'never' || (severity === 'warning' && maximumWarnings !== undefined)) return false;
  return gravity[severity] >= gravity[failOn];
}

/** @returns whether there are too many warnings. */
export function exceeds(warnings: number, { failOn, maximumWarnings }: Threshold): boolean {
  return failOn !== 'never' && maximumWarnings !== undefined && warnings > maximumWarnings;
}

/** The severities by weight. */
export const gravity: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };
