import type { UnknownExpansion } from '../../../expand/expansion.ts';
import type { LoadPlan, Reason } from '../../load-plan.ts';
import type { Origin } from '../../origin.ts';

/** Thrown inside the planner, and caught by it, where modprobe never comes back or where nobody can follow it. */
export class PlanStop extends Error {
  override readonly name = 'PlanStop';

  constructor(
    readonly outcome: Extract<LoadPlan['outcome'], 'hangs' | 'crashes' | 'unknown'>,
    /** For people. */
    readonly explanation: string,
    /** What modprobe says before it stops. */
    readonly messages: readonly string[] = [],
    /** The exit status; modprobe that hangs has none, 255 stands for it. */
    readonly status: number = 255,
    /** The line that the explanation is about. */
    readonly origin?: Origin,
  ) {
    super(explanation);
  }
}

/** @returns the stop where nobody knows the words that a line gives. */
export function stopAtUnknown({ text, origin }: Reason, { reason }: UnknownExpansion): PlanStop {
  return new PlanStop('unknown', `${text}: ${reason}`, [], 255, origin);
}
