import { listOf, planOf } from './plan-of.ts';
import type { Snapshot } from './snapshot.ts';

/** No module or alias is called so: all indexes are looked through for it. */
const nobody = 'modconf-nobody';

/**
 * Has everything read and indexed that answers about a document need, so that the first one comes as fast as the others: the list of
 * modules, the aliases of the tree. In steps, between which others can be answered.
 */
export const warmUpSteps: readonly ((snapshot: Snapshot) => unknown)[] = [
  (snapshot) => listOf(snapshot)?.graph.byName(nobody),
  (snapshot) => planOf(nobody, snapshot),
  (snapshot) => {
    const graph = listOf(snapshot)?.graph;
    const [first] = graph?.modules ?? [];
    return first && graph?.neededBy(first);
  },
];
