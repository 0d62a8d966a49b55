import { type Layout, nodeHeight, type PlacedNode } from './layout.ts';

const namespace = 'http://www.w3.org/2000/svg';

/** Draws a layout, with the names and the lines between them as elements that can be found by their data attributes. */
export function drawing(layout: Layout, center: string): SVGSVGElement {
  const { width, height, nodes, edges } = layout;
  const svg = make('svg', { viewBox: `0 0 ${width} ${height}`, role: 'group', 'aria-label': 'Dependencies' });
  const arrow = { id: 'arrow', viewBox: '0 0 8 8', refX: 7.5, refY: 4, orient: 'auto' };
  const marker = make('marker', { ...arrow, markerUnits: 'userSpaceOnUse', markerWidth: 9, markerHeight: 9 });
  marker.append(make('path', { d: 'M0,0 L8,4 L0,8 z' }));
  const defs = make('defs', {});
  defs.append(marker);
  svg.append(defs);
  for (const { from, to, path } of edges) {
    const data = { 'data-from': from.node.name, 'data-to': to.node.name };
    svg.append(make('path', { class: 'edge', d: path, 'marker-end': 'url(#arrow)', ...data }));
  }
  for (const placed of nodes) svg.append(drawNode(placed, layout, center));
  return svg;
}

function drawNode({ node, x, y, width }: PlacedNode, layout: Layout, center: string): SVGGElement {
  const isCenter = node.name === center;
  const group = make('g', {
    class: isCenter ? 'node center' : 'node',
    tabindex: '0',
    role: 'button',
    'aria-label': describe(node.name, node.title, layout),
    'data-name': node.name,
  });
  const rect = { x, y, width, height: nodeHeight, rx: 4 };
  const text = make('text', {
    x: x + width / 2,
    y: y + nodeHeight / 2,
    'text-anchor': 'middle',
    'dominant-baseline': 'central',
  });
  text.textContent = node.title;
  group.append(make('rect', rect), text);
  return group;
}

/** What a screen reader says of a module. */
function describe(name: string, title: string, { edges }: Layout): string {
  const needs = edges.filter(({ from }) => from.node.name === name).map(({ to }) => to.node.title);
  const neededBy = edges.filter(({ to }) => to.node.name === name).map(({ from }) => from.node.title);
  const list = (names: readonly string[]) => (names.length === 0 ? 'nothing' : names.join(', '));
  return `${title}: needs ${list(needs)}; needed by ${list(neededBy)}`;
}

function make<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[Name] {
  const made = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}
