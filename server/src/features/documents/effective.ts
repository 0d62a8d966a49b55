import { printKmodConfiguration } from '../../loaders/kmod/print-configuration.ts';
import { printConfiguration } from '../../loaders/modutils/print-configuration.ts';
import { describeOrigin, type Origin, rangeOf } from '../../loaders/origin.ts';
import { kmodView } from '../kmod-view.ts';
import { modutilsView } from '../modutils-view.ts';
import type { Snapshot } from '../snapshot.ts';
import type { DocumentTarget, VirtualDocument } from './virtual-document.ts';
import { loaderOf } from './whose.ts';

interface Line {
  readonly text: string;
  readonly origins: readonly Origin[];
}

/** Where origins begin, if the line leaves room for them. */
const originColumn = 48;

/** @returns what the loader makes of the configuration that a document is part of, as `modprobe -c` prints it, with origins. */
export function effectiveDocument(snapshot: Snapshot): VirtualDocument {
  const { kernel } = snapshot.project;
  const loader = loaderOf(snapshot);
  const { what, lines } = loader === 'modutils' ? ofModutils(snapshot) : ofKmod(snapshot);
  const title = `effective configuration of kernel ${kernel}`;
  const heading = [
    `# What modprobe makes of ${what} with kernel ${kernel}.`,
    '# Behind each line stands where it comes from.',
    '',
  ];
  const links: DocumentTarget[] = [];
  const body = lines.map((line, index) => withOrigins(line, heading.length + index, snapshot, links));
  const text = `${[...heading, ...body].join('\n')}\n`;
  return { title, language: loader === 'modutils' ? 'modules.conf' : 'modprobe.d', text, links };
}

function ofModutils(snapshot: Snapshot): { what: string; lines: readonly Line[] } {
  const { configuration } = modutilsView(snapshot);
  const what = configuration.main?.path ?? 'no configuration';
  return { what, lines: printConfiguration(configuration).lines };
}

function ofKmod(snapshot: Snapshot): { what: string; lines: readonly Line[] } {
  const { configuration } = kmodView(snapshot);
  const count = configuration.effective.length;
  const what = count === 1 ? configuration.effective[0]!.path : `${count} files`;
  const lines = printKmodConfiguration(configuration).map(({ text, origin }) => ({
    text,
    origins: [origin],
  }));
  return { what, lines };
}

function withOrigins(
  { text, origins }: Line,
  line: number,
  { uriOf }: Snapshot,
  links: DocumentTarget[],
): string {
  if (origins.length === 0) return text;
  let shown = `${text.padEnd(originColumn)}  # `;
  const said = new Set<string>();
  for (const origin of origins) {
    const place = describeOrigin(origin);
    if (said.has(place)) continue;
    if (said.size > 0) shown += ', ';
    const start = shown.length;
    shown += place;
    said.add(place);
    const target = targetOf(origin, uriOf);
    if (target === undefined) continue;
    links.push({
      range: { start: { line, character: start }, end: { line, character: shown.length } },
      target,
    });
  }
  return shown;
}

function targetOf(origin: Origin, uriOf: Snapshot['uriOf']): string | undefined {
  switch (origin.kind) {
    case 'built-in':
      return undefined;
    case 'tree':
      return `${uriOf(origin.path)}#L${Math.max(origin.line, 0) + 1}`;
    case 'file':
      return `${uriOf(origin.file.path)}#L${rangeOf(origin).start.line + 1}`;
  }
}
