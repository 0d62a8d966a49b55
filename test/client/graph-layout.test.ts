import { strict as assert } from 'node:assert';
import { type Layout, layOut } from '../../client/src/graph/layout.ts';
import type { ModuleGraph } from '../../server/src/features/machine/module-graph.ts';

/** @param edges `a > b`; levels are those of the server: the fewest steps. */
function graphOf(
  center: string,
  levels: Readonly<Record<string, number>>,
  ...edges: readonly string[]
): ModuleGraph {
  return {
    center,
    nodes: Object.entries({ [center]: 0, ...levels }).map(([name, level]) => ({
      name,
      title: name,
      level,
      place: { uri: 'file:///modules.dep', line: 0 },
    })),
    edges: edges.map((edge) => {
      const [from = '', to = ''] = edge.split(' > ');
      return { from, to };
    }),
    cut: false,
  };
}

function columnsOf({ nodes }: Layout): string[] {
  const columns: string[][] = [];
  for (const { node, column } of nodes) columns[column] = [...(columns[column] ?? []), node.name];
  return columns.map((names) => names.join(' '));
}

describe('the layout of a picture', () => {
  it('has what needs a module on its left and what it needs on its right', () => {
    const graph = graphOf('b', { a: 1, c: -1, d: -1 }, 'a > b', 'b > c', 'b > d');
    assert.deepEqual(columnsOf(layOut(graph)), ['a', 'b', 'c d']);
  });

  it('puts each module behind everything that needs it', () => {
    const graph = graphOf('a', { b: -1, c: -1, d: -2 }, 'a > b', 'a > c', 'b > c', 'c > d', 'b > d');
    assert.deepEqual(columnsOf(layOut(graph)), ['a', 'b', 'c', 'd']);
  });

  it('comes to an end where modules need each other', () => {
    const graph = graphOf('a', { b: -1, c: -2 }, 'a > b', 'b > c', 'c > a', 'c > b');
    const layout = layOut(graph);
    assert.deepEqual(columnsOf(layout), ['a', 'b', 'c']);
    assert.equal(layout.edges.length, 4);
  });

  it('lets nothing overlap, and nothing stand outside', () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`module-${index}`, 1]));
    const { nodes, width, height } = layOut(
      graphOf('core', many, ...Object.keys(many).map((name) => `${name} > core`)),
    );
    for (const node of nodes) {
      assert.ok(node.x >= 0 && node.y >= 0 && node.x + node.width <= width && node.y + 26 <= height);
      for (const other of nodes)
        assert.ok(node === other || node.column !== other.column || Math.abs(node.y - other.y) >= 26);
    }
  });

  it('brings neighbours side by side', () => {
    const graph = graphOf('m', { a: -1, b: -1, x: -2, y: -2 }, 'm > a', 'm > b', 'a > y', 'b > x');
    const rowOf = (name: string) => layOut(graph).nodes.find(({ node }) => node.name === name)!.y;
    assert.ok(rowOf('a') < rowOf('b') && rowOf('y') < rowOf('x'));
  });
});
