import type { FoldingRange } from 'vscode-languageserver-types';
import { skipSpace } from '../syntax/characters.ts';
import type { ModulesConfTree } from '../syntax/modules-conf/tree.ts';
import type { SourceDocument } from '../text/source-document.ts';
import { partsOf } from './located-part.ts';
import { conditionals } from './modules-conf/branches.ts';
import type { Snapshot } from './snapshot.ts';

/** So many lines with the same directive are folded; fewer are seen at a glance. */
const shortestRun = 4;

/**
 * @param limit as many as the editor wants, if it wants fewer than there are
 * @returns what can be folded: branches, blocks of comments, continued lines, runs of one directive
 */
export function foldingRanges(snapshot: Snapshot, limit = Number.POSITIVE_INFINITY): FoldingRange[] {
  const ranges = [...branches(snapshot), ...runs(snapshot)];
  ranges.sort((left, right) => left.startLine - right.startLine || right.endLine - left.endLine);
  return ranges.slice(0, limit);
}

function branches({ language, document }: Snapshot): FoldingRange[] {
  if (language !== 'modules.conf') return [];
  return conditionals(document as SourceDocument<ModulesConfTree>).flatMap(({ words, isClosed }) =>
    words.flatMap((word, index) => {
      const next = words[index + 1];
      if (next === undefined && isClosed) return [];
      const last = next === undefined ? document.lineCount - 1 : next.line - 1;
      return range(document, word.line, last, undefined);
    }),
  );
}

/** Neighbouring lines of one kind, and lines that are several physical ones. */
function runs(snapshot: Snapshot): FoldingRange[] {
  const { document } = snapshot;
  const ranges: FoldingRange[] = [];
  let kind: string | undefined;
  let first = 0;
  const finish = (end: number) => {
    const length = end - first;
    if (kind === comment && length > 1) ranges.push(...range(document, first, end - 1, 'comment'));
    else if (kind !== undefined && kind !== comment && length >= shortestRun)
      ranges.push(...range(document, first, end - 1, 'region'));
  };
  document.lines.forEach(({ physicalLines }, line) => {
    if (physicalLines > 1) ranges.push(...range(document, line, line, undefined));
    const own = kindOf(snapshot, line);
    if (own === kind) return;
    finish(line);
    kind = own;
    first = line;
  });
  finish(document.lineCount);
  return ranges;
}

/** No directive is called so. */
const comment = '#';

/** @returns the directive of a line; `#` for a comment, undefined for what stands by itself. */
function kindOf(snapshot: Snapshot, line: number): string | undefined {
  const { raw, tree } = snapshot.document.line(line);
  if ((tree as { readonly kind?: string }).kind === 'empty')
    return raw[skipSpace(raw, 0)] === comment ? comment : undefined;
  const [part] = partsOf(snapshot, line).filter(({ kind }) => kind === 'directive');
  if (part?.kind !== 'directive') return undefined;
  return isStructure(part.written) ? undefined : part.written;
}

function isStructure(written: string): boolean {
  return written === 'if' || written === 'else' || written === 'elseif' || written === 'endif';
}

/** @returns from the first physical line of one line to the last of another; nothing when that is one line. */
function range(
  document: SourceDocument<unknown>,
  first: number,
  last: number,
  kind: FoldingRange['kind'],
): FoldingRange[] {
  const startLine = document.firstPhysicalLine(first);
  const endLine = document.firstPhysicalLine(last) + document.line(last).physicalLines - 1;
  return endLine > startLine ? [{ startLine, endLine, ...(kind !== undefined && { kind }) }] : [];
}
