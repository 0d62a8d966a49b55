import type { LoadPlan } from '../../load-plan.ts';

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
  ) {
    super(explanation);
  }
}
