import { rankOf, verdictWords, wayWords } from '../features/block-words.ts';
import type { BlockReport, JudgedWay } from '../loaders/kmod/blocked.ts';
import type { Origin } from '../loaders/origin.ts';
import type { Emphasis } from './markdown-text.ts';
import { displayWidth, visible } from './report/visible.ts';

/** What {@link explainBlock} is told about its reader. */
export interface ExplainBlockOptions {
  readonly emphasis: Emphasis;
  /** @returns the file and line of an origin, as people name them. */
  readonly place: (origin: Origin) => string;
}

/** Of the ways of one kind and state, so many are shown; a network card has hundreds of aliases. */
const mostShown = 8;

/**
 * Explains for people whether modprobe can load a module: every way that is open, then those that are closed and which line
 * closes them.
 *
 * @returns whole lines
 */
export function explainBlock(report: BlockReport, { emphasis, place }: ExplainBlockOptions): string {
  const ways = [...report.ways].sort((left, right) => rankOf(left) - rankOf(right));
  const rows = group(ways).flatMap((same) => [
    ...same
      .slice(0, mostShown)
      .map((way) => [wayWords[way.kind], request(way, report.module), standing(way, place)]),
    ...(same.length > mostShown ? [['', `… and ${same.length - mostShown} more`, '']] : []),
  ]);
  const widths = [0, 1].map((column) =>
    Math.max(0, ...rows.map((row) => Math.min(48, displayWidth(row[column]!)))),
  );
  const lines = rows.map(([kind = '', asked = '', state = '']) =>
    `  ${pad(kind, widths[0]!)}  ${pad(asked, widths[1]!)}  ${emphasis.dim(state)}`.trimEnd(),
  );
  const heading = `${emphasis.bold(visible(report.module))}: ${verdictWords[report.verdict]}`;
  return `${[heading, ...lines].join('\n')}\n`;
}

/** Runs of the same kind and state. */
function group(ways: readonly JudgedWay[]): JudgedWay[][] {
  const groups: JudgedWay[][] = [];
  for (const way of ways) {
    const last = groups.at(-1);
    if (last?.[0]?.kind === way.kind && last[0].state === way.state) last.push(way);
    else groups.push([way]);
  }
  return groups;
}

function request({ kind, through }: JudgedWay, module: string): string {
  if (kind === 'dependency') return visible(`${through} needs it`);
  if (kind === 'softdep') return visible(`${through} wants it`);
  return visible(kind === 'name' ? `modprobe ${module}` : through);
}

function standing({ state, closedBy, remark }: JudgedWay, place: ExplainBlockOptions['place']): string {
  const reason = state === 'closed' ? closedBy : remark;
  if (reason === undefined) return state === 'open' ? 'open' : state;
  const where = reason.origin === undefined ? '' : ` (${place(reason.origin)})`;
  return visible(`${state === 'closed' ? 'closed by ' : ''}${reason.text}${where}`);
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}
