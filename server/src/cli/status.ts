/** The exit statuses of the command. Where several apply, the highest one counts. */
export const Status = {
  /** Nothing found; the question is answered. */
  ok: 0,
  /** Findings; the loader would fail. */
  findings: 1,
  /** Wrong usage. */
  usage: 2,
  /** Something could not be read, or broke; it is named on stderr. */
  failure: 3,
} as const;

export type Status = (typeof Status)[keyof typeof Status];

/** @returns the one of two statuses that counts. */
export function worse(left: Status, right: Status): Status {
  return left > right ? left : right;
}
