/**
 * Finds what needs itself through others: the strongly connected components of a graph with more than one node (Tarjan), and
 * nodes that need themselves. Works without recursion, so that no graph is too deep.
 *
 * @param nodes where to begin; what they need is looked at, too
 * @param needsOf the nodes that a node needs; asked once for each node
 * @returns each group of nodes that need each other, in no particular order
 */
export function circlesIn<Node>(nodes: Iterable<Node>, needsOf: (node: Node) => Iterable<Node>): Node[][] {
  const visits = new Map<Node, Visit<Node>>();
  const pending: Node[] = [];
  const circles: Node[][] = [];
  const enter = (node: Node): Visit<Node> => {
    const number = visits.size;
    const needs = [...needsOf(node)];
    const visit = { node, number, lowest: number, needs, next: 0, isPending: true };
    visits.set(node, visit);
    pending.push(node);
    return visit;
  };
  const leave = (visit: Visit<Node>): void => {
    if (visit.lowest !== visit.number) return;
    const group = pending.splice(pending.lastIndexOf(visit.node));
    for (const node of group) visits.get(node)!.isPending = false;
    if (group.length > 1 || visit.needs.includes(visit.node)) circles.push(group);
  };
  for (const start of nodes) {
    if (visits.has(start)) continue;
    const path = [enter(start)];
    for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
      if (visit.next < visit.needs.length) {
        const need = visit.needs[visit.next++]!;
        const known = visits.get(need);
        if (known === undefined) path.push(enter(need));
        else if (known.isPending) visit.lowest = Math.min(visit.lowest, known.number);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) parent.lowest = Math.min(parent.lowest, visit.lowest);
      leave(visit);
    }
  }
  return circles;
}

interface Visit<Node> {
  readonly node: Node;
  readonly number: number;
  /** The lowest number that can be reached from here. */
  lowest: number;
  readonly needs: readonly Node[];
  /** How many of the needs have been looked at. */
  next: number;
  isPending: boolean;
}
