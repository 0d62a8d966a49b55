import type { SelectionRange } from 'vscode-languageserver-types';
import type { ModulesConfTree } from '../syntax/modules-conf/tree.ts';
import type { SourceDocument } from '../text/source-document.ts';
import type { Range, Span } from '../text/span.ts';
import { partsOf } from './located-part.ts';
import { conditionals } from './modules-conf/branches.ts';
import type { Snapshot } from './snapshot.ts';
import { lineRange } from './symbol.ts';

/** @returns what a selection at an offset grows to, step by step: word, words, line, branch, conditional, file. */
export function selectionRange(snapshot: Snapshot, offset: number): SelectionRange {
  const { document } = snapshot;
  const line = document.lineIndexAt(offset);
  const whole = { start: document.positionAt(0), end: document.positionAt(document.length) };
  const steps: Range[] = [whole];
  if (line >= 0) {
    steps.push(...enclosingBranches(snapshot, line), lineRange(document, line));
    for (const span of spansAt(snapshot, line, offset - document.startOf(line)))
      steps.push(document.rangeInLine(line, span));
  }
  let selection: SelectionRange | undefined;
  for (const range of steps) {
    if (selection === undefined) selection = { range };
    else if (isWithin(range, selection.range)) selection = { range, parent: selection };
  }
  return selection!;
}

/** From all words that the line's directive is followed by to the smallest piece at the caret. */
function spansAt(snapshot: Snapshot, line: number, offset: number): Span[] {
  const parts = partsOf(snapshot, line);
  const at = parts.map(({ span }) => span).filter(({ start, end }) => start <= offset && offset <= end);
  const [, second] = parts;
  const last = parts.at(-1);
  const isBehindFirst = second !== undefined && last !== undefined && offset >= second.span.start;
  const all = isBehindFirst ? [{ start: second.span.start, end: last.span.end }] : [];
  return [...all, ...at].sort((left, right) => right.end - right.start - (left.end - left.start));
}

function enclosingBranches({ language, document }: Snapshot, line: number): Range[] {
  if (language !== 'modules.conf') return [];
  const ranges = conditionals(document as SourceDocument<ModulesConfTree>).flatMap(({ words, isClosed }) => {
    const first = words[0]!.line;
    const last = isClosed ? words.at(-1)!.line : document.lineCount - 1;
    if (line < first || line > last) return [];
    const whole = [{ first, last }];
    const index = words.findLastIndex((word) => word.line < line);
    const next = words[index + 1]?.line ?? last + 1;
    const isInside = index >= 0 && line < next && words[index]!.line + 1 <= next - 1;
    return isInside ? [...whole, { first: words[index]!.line + 1, last: next - 1 }] : whole;
  });
  return ranges
    .sort((left, right) => right.last - right.first - (left.last - left.first))
    .map(({ first, last }) => ({
      start: lineRange(document, first).start,
      end: lineRange(document, last).end,
    }));
}

/** @returns whether a range lies in another and is smaller. */
function isWithin(inner: Range, outer: Range): boolean {
  const from = compare(outer.start, inner.start);
  const to = compare(inner.end, outer.end);
  return from <= 0 && to <= 0 && (from < 0 || to < 0);
}

function compare(left: Range['start'], right: Range['start']): number {
  return left.line - right.line || left.character - right.character;
}
