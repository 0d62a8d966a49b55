import { type BlockReport, blocked, type JudgedWay } from '../../loaders/kmod/blocked.ts';
import { parseDocument } from '../../workspace/languages.ts';
import { rankOf, verdictWords, wayWords } from '../block-words.ts';
import { bold, code, paragraphs, place, plain } from '../hover/markdown.ts';
import { nameHover, optionsMarkdown } from '../hover/name-hover.ts';
import { type KmodView, kmodView } from '../kmod-view.ts';
import { modutilsFacts } from '../machine/modutils-facts.ts';
import { kmodNameHover } from '../modprobe-d/module-hover.ts';
import { type ModutilsView, modutilsView } from '../modutils-view.ts';
import type { Snapshot } from '../snapshot.ts';
import type { VirtualDocument } from './virtual-document.ts';
import { loaderOf } from './whose.ts';

/** @returns all that is known of a name that modprobe may be asked for: what it stands for, what it does and why, what blocks it. */
export function explainDocument(name: string, snapshot: Snapshot): VirtualDocument {
  const reader = elsewhere(snapshot);
  const text =
    loaderOf(snapshot) === 'modutils'
      ? explainForModutils(name, modutilsView(snapshot), reader)
      : explainForKmod(name, kmodView(snapshot), reader);
  return { title: name, language: 'markdown', text: `# ${plain(name)}\n\n${text}\n`, links: [] };
}

/** @returns what places are told from: the explanation is read beside the document, where `line 9` would say nothing. */
function elsewhere(snapshot: Snapshot): Snapshot {
  const document = parseDocument('', 'modules.conf');
  return { ...snapshot, document, file: { ...snapshot.file, path: '', document } };
}

function explainForModutils(name: string, view: ModutilsView, snapshot: Snapshot): string {
  const module = view.plan(name).chain.at(-1)?.name ?? name;
  const { isBlocked } = modutilsFacts(view.configuration, snapshot.uriOf);
  return paragraphs(
    nameHover(name, view, snapshot),
    optionsMarkdown(module, view, snapshot),
    '## Is it blocked?',
    isBlocked(module)
      ? `Yes: modprobe does not load ${code(module)} when it is asked for it. As a dependency of another module it is still loaded.`
      : `No. ${code(`alias ${module} off`)} makes modprobe load nothing when it is asked for it; as a dependency of another module it is still loaded.`,
  );
}

function explainForKmod(name: string, view: KmodView, snapshot: Snapshot): string {
  const modules = view
    .plan(name)
    .chain.slice(1)
    .map((link) => link.name);
  const reports = (modules.length === 0 ? [name] : modules).map((module) =>
    blocked(module, view.configuration, view.tree),
  );
  return paragraphs(
    kmodNameHover(name, view, snapshot),
    ...reports.flatMap((report) => blockMarkdown(report, snapshot)),
  );
}

/** More ways than anybody reads. */
const mostWays = 40;

function blockMarkdown({ module, verdict, ways, fix }: BlockReport, snapshot: Snapshot): string[] {
  const rest = ways.length - mostWays;
  const sorted = [...ways].sort((left, right) => rankOf(left) - rankOf(right));
  return [
    `## Is ${code(module)} blocked?`,
    `${bold(module)}: ${verdictWords[verdict]}`,
    ways.length === 0
      ? ''
      : [
          '| way | | why |',
          '|---|---|---|',
          ...sorted.slice(0, mostWays).map((way) => wayRow(way, snapshot)),
        ].join('\n'),
    rest > 0 ? `… and ${rest} more` : '',
    fix === undefined
      ? ''
      : `What would close every way, in ${code(fix.path)}:\n\n\`\`\`modprobe.d\n${fix.lines.join('\n')}\n\`\`\``,
  ];
}

function wayRow({ kind, through, state, origin, closedBy, remark }: JudgedWay, snapshot: Snapshot): string {
  const reason = closedBy ?? remark;
  const where = reason?.origin === undefined ? '' : ` (${place(reason.origin, snapshot)})`;
  const why = reason === undefined ? '' : `${plain(reason.text)}${where}`;
  const cells = [`${wayWords[kind]} ${code(through)} (${place(origin, snapshot)})`, state, why];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
