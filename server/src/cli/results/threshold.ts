import type { Severity } from '../../lint/diagnostic.ts';

/** When findings make the check fail. */
export interface Threshold {
  /** The least severity that fails by itself. */
  readonly failOn: Severity | 'never';
}

/** @returns whether a finding of this severity makes the check fail. */
export function fails(severity: Severity, { failOn }: Threshold): boolean {
  return failOn !== 'never' && gravity[severity] >= gravity[failOn];
}

/** The severities by weight. */
export const gravity: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };
