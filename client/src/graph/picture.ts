/* The script of the picture's page; it runs in a browser and talks to the extension by messages. */
import { drawing } from './drawing.ts';
import { type Layout, layOut, type PlacedNode } from './layout.ts';
import type { PictureMessage, ShowMessage } from './messages.ts';
import { standalone } from './standalone.ts';

declare function acquireVsCodeApi(): { postMessage(message: PictureMessage): void };

const editor = acquireVsCodeApi();
const element = <Kind extends HTMLElement>(id: string) => document.getElementById(id) as Kind;
const picture = element('picture');
const search = element<HTMLInputElement>('search');
const steps = 1.25;

let layout: Layout | undefined;
let center = '';
let zoom = 1;

window.addEventListener('message', ({ data }: MessageEvent<ShowMessage>) => {
  if (data.kind === 'show') show(data);
});
editor.postMessage({ kind: 'ready' });

function show({ graph, machine }: ShowMessage): void {
  layout = layOut(graph);
  center = graph.center;
  picture.replaceChildren(drawing(layout, center));
  for (const node of picture.querySelectorAll<SVGGElement>('.node')) listen(node);
  const count = `${graph.nodes.length} modules${graph.cut ? ', the nearest of more' : ''}`;
  element('about').textContent = `${count} · ${machine}`;
  fit();
  find();
  // Who is busy elsewhere keeps the focus.
  if (document.hasFocus()) nodeOf(center)?.focus({ preventScroll: true });
}

const nodeOf = (name: string) => picture.querySelector<SVGGElement>(`[data-name="${CSS.escape(name)}"]`);

function listen(group: SVGGElement): void {
  const { name = '' } = group.dataset;
  const placed = layout?.nodes.find(({ node }) => node.name === name);
  if (placed === undefined) return;
  const open = () => editor.postMessage({ kind: 'open', place: placed.node.place });
  const put = () => editor.postMessage({ kind: 'center', name });
  let pending: number | undefined;
  group.addEventListener('click', () => {
    // The first of two clicks is not meant.
    clearTimeout(pending);
    pending = window.setTimeout(open, 250);
  });
  group.addEventListener('dblclick', () => {
    clearTimeout(pending);
    put();
  });
  group.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') open();
    else if (event.key === ' ') put();
    else if (event.key.startsWith('Arrow')) move(placed, event.key);
    else return;
    event.preventDefault();
  });
  group.addEventListener('focus', () => mark(name));
  group.addEventListener('mouseenter', () => mark(name));
  group.addEventListener('mouseleave', () => mark(document.activeElement?.getAttribute('data-name') ?? ''));
}

/** Shows which lines begin or end at a module. */
function mark(name: string): void {
  for (const edge of picture.querySelectorAll<SVGPathElement>('.edge'))
    edge.classList.toggle('near', edge.dataset.from === name || edge.dataset.to === name);
}

/** Moves the focus up and down in a column, and to the nearest module of the next one. */
function move({ column, y }: PlacedNode, key: string): void {
  const isVertical = key === 'ArrowUp' || key === 'ArrowDown';
  const sign = key === 'ArrowUp' || key === 'ArrowLeft' ? -1 : 1;
  const candidates = (layout?.nodes ?? []).filter((other) =>
    isVertical ? other.column === column && (other.y - y) * sign > 0 : other.column === column + sign,
  );
  const [nearest] = candidates.sort((left, right) => Math.abs(left.y - y) - Math.abs(right.y - y));
  if (nearest !== undefined) nodeOf(nearest.node.name)?.focus();
}

function setZoom(next: number): void {
  zoom = Math.min(Math.max(next, 0.1), 4);
  const svg = picture.querySelector('svg');
  if (svg === null || layout === undefined) return;
  svg.setAttribute('width', String(layout.width * zoom));
  svg.setAttribute('height', String(layout.height * zoom));
}

function fit(): void {
  if (layout === undefined) return;
  const { clientWidth, clientHeight } = picture;
  setZoom(Math.min(clientWidth / layout.width, clientHeight / layout.height, 1.25));
}

/** Marks what the search field names and shows the first of it. */
function find(): void {
  const normalized = (text: string) => text.trim().toLowerCase().replaceAll('_', '-');
  const wanted = normalized(search.value);
  const found = [...picture.querySelectorAll<SVGGElement>('.node')].filter((group) => {
    const isFound = wanted !== '' && normalized(group.dataset.name ?? '').includes(wanted);
    group.classList.toggle('found', isFound);
    return isFound;
  });
  element('matches').textContent = wanted === '' ? '' : `${found.length} found`;
  found[0]?.scrollIntoView({ block: 'center', inline: 'center' });
}

search.addEventListener('input', find);
search.addEventListener('keydown', ({ key }) => {
  if (key === 'Enter') picture.querySelector<SVGGElement>('.node.found')?.focus();
});
element('smaller').addEventListener('click', () => setZoom(zoom / steps));
element('larger').addEventListener('click', () => setZoom(zoom * steps));
element('fit').addEventListener('click', fit);
element('save').addEventListener('click', () => {
  const svg = picture.querySelector('svg');
  if (svg !== null && layout !== undefined)
    editor.postMessage({ kind: 'save', name: center, svg: standalone(svg, layout) });
});
picture.addEventListener(
  'wheel',
  (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    setZoom(event.deltaY < 0 ? zoom * steps : zoom / steps);
  },
  { passive: false },
);
document.addEventListener('keydown', ({ key, target }) => {
  if (target === search) return;
  if (key === '+') setZoom(zoom * steps);
  if (key === '-') setZoom(zoom / steps);
  if (key === '0') fit();
});
