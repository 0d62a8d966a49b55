import type { Reason } from '../load-plan.ts';
import type { Origin } from '../origin.ts';

type WayKind = 'name' | 'alias' | 'tree-alias' | 'symbol' | 'dependency' | 'softdep';

/** A way on which modprobe comes to a module. */
export interface Way {
  readonly kind: WayKind;
  /** For a name or alias what is asked for (it may be a pattern), otherwise the module that brings the other along. */
  readonly through: string;
  /** The line that makes the way. */
  readonly origin: Origin;
  /** What closes the way, apart from an install line; undefined where nothing does. */
  readonly closedBy: Reason | undefined;
}
