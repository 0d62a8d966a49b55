import type { GraphNode, ModuleGraph } from '../../../server/src/features/machine/module-graph.ts';

/** Where everything of a picture is, in pixels. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

export interface PlacedNode {
  readonly node: GraphNode;
  /** Counted from the left; what needs a module is left of it. */
  readonly column: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface PlacedEdge {
  readonly from: PlacedNode;
  readonly to: PlacedNode;
  /** An SVG path. */
  readonly path: string;
}

export const nodeHeight = 26;
const characterWidth = 7.3;
const padding = 12;
const rowGap = 10;
const columnGap = 70;
const margin = 20;

/**
 * Arranges modules in columns: the one in the middle, what it needs to its right, what needs it to its left, each as far away as
 * the longest way to it is.
 */
export function layOut(graph: ModuleGraph): Layout {
  const distances = new Map([...distancesOn('right', graph), ...distancesOn('left', graph)]);
  const first = Math.min(0, ...distances.values());
  const columns: GraphNode[][] = [];
  for (const node of graph.nodes) {
    const column = (distances.get(node.name) ?? 0) - first;
    columns[column] = [...(columns[column] ?? []), node];
  }
  order(columns, graph);
  const height = Math.max(...columns.map(({ length }) => length)) * (nodeHeight + rowGap) - rowGap;
  const placed = new Map<string, PlacedNode>();
  let x = margin;
  columns.forEach((nodes, column) => {
    const width = Math.max(...nodes.map(({ title }) => title.length * characterWidth + 2 * padding));
    const top = margin + (height - nodes.length * (nodeHeight + rowGap) + rowGap) / 2;
    nodes.forEach((node, row) => {
      placed.set(node.name, { node, column, x, y: top + row * (nodeHeight + rowGap), width });
    });
    x += width + columnGap;
  });
  const edges = graph.edges.flatMap((edge): PlacedEdge[] => {
    const from = placed.get(edge.from);
    const to = placed.get(edge.to);
    return from && to ? [{ from, to, path: pathOf(from, to) }] : [];
  });
  return { width: x - columnGap + margin, height: height + 2 * margin, nodes: [...placed.values()], edges };
}

/** The longest way from the middle to everything on one side, negative on the left; a way in a circle ends where it began. */
function distancesOn(side: 'left' | 'right', { center, nodes, edges }: ModuleGraph): Map<string, number> {
  const sign = side === 'right' ? 1 : -1;
  const here = new Set(nodes.filter(({ level }) => level * sign <= 0).map(({ name }) => name));
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) {
    if (!here.has(from) || !here.has(to)) continue;
    const [near, far] = side === 'right' ? [from, to] : [to, from];
    next.set(near, [...(next.get(near) ?? []), far]);
  }
  const sorted: string[] = [];
  const seen = new Set<string>();
  const forward = new Map<string, string[]>();
  const visit = (name: string, way: ReadonlySet<string>): void => {
    seen.add(name);
    const on = new Set([...way, name]);
    forward.set(
      name,
      (next.get(name) ?? []).filter((far) => !on.has(far)),
    );
    for (const far of forward.get(name)!) if (!seen.has(far)) visit(far, on);
    sorted.push(name);
  };
  visit(center, new Set());
  const distances = new Map<string, number>([[center, 0]]);
  for (const name of sorted.reverse()) {
    const distance = (distances.get(name) ?? 0) + sign;
    for (const far of forward.get(name) ?? [])
      distances.set(far, sign * Math.max(sign * distance, sign * (distances.get(far) ?? 0)));
  }
  return distances;
}

/** Brings each column into the order of its neighbours nearer to the middle, so that few lines cross. */
function order(columns: GraphNode[][], { center, edges }: ModuleGraph): void {
  const middle = columns.findIndex((nodes) => nodes.some(({ name }) => name === center));
  const rows = new Map<string, number>();
  const arrange = (column: number) => {
    const weight = ({ name }: GraphNode) => {
      const neighbours = edges.flatMap(({ from, to }) => (from === name ? [to] : to === name ? [from] : []));
      const known = neighbours.flatMap((other) => rows.get(other) ?? []);
      return known.length === 0 ? 0.5 : known.reduce((sum, row) => sum + row, 0) / known.length;
    };
    const weights = new Map(columns[column]?.map((node) => [node, weight(node)]));
    columns[column]?.sort(
      (left, right) => weights.get(left)! - weights.get(right)! || (left.title < right.title ? -1 : 1),
    );
    for (const [row, node] of (columns[column] ?? []).entries())
      rows.set(node.name, (row + 0.5) / columns[column]!.length);
  };
  for (let column = middle; column < columns.length; column++) arrange(column);
  for (let column = middle - 1; column >= 0; column--) arrange(column);
}

function pathOf(from: PlacedNode, to: PlacedNode): string {
  const isBackward = from.column >= to.column;
  const start = { x: from.x + from.width, y: from.y + nodeHeight / 2 };
  const end = { x: isBackward ? to.x + to.width : to.x, y: to.y + nodeHeight / 2 };
  const bend = isBackward ? columnGap : Math.max((end.x - start.x) / 2, columnGap / 2);
  const arrive = isBackward ? end.x + bend : end.x - bend;
  return `M${start.x},${start.y} C${start.x + bend},${start.y} ${arrive},${end.y} ${end.x},${end.y}`;
}
