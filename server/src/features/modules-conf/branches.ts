import type { ModulesConfTree } from '../../syntax/modules-conf/tree.ts';
import type { SourceDocument } from '../../text/source-document.ts';
import type { Span } from '../../text/span.ts';

/** The word that opens, divides or closes a conditional. */
export interface BranchWord {
  readonly line: number;
  readonly span: Span;
}

/** A conditional from its `if` to its `endif`. */
export interface Conditional {
  /** `if`, then each `elseif` and `else`, then `endif`; that is missing where the file ends before it. */
  readonly words: readonly BranchWord[];
  readonly isClosed: boolean;
}

const known = new WeakMap<SourceDocument<ModulesConfTree>, readonly Conditional[]>();

/** @returns the conditionals of a document, an outer one behind those in it. */
export function conditionals(document: SourceDocument<ModulesConfTree>): readonly Conditional[] {
  let found = known.get(document);
  if (found === undefined) {
    found = collect(document);
    known.set(document, found);
  }
  return found;
}

/** @returns the words of the conditional that has one in line `line`; none for any other line. */
export function branchesAt(document: SourceDocument<ModulesConfTree>, line: number): readonly BranchWord[] {
  return conditionals(document).find(({ words }) => words.some((word) => word.line === line))?.words ?? [];
}

function collect(document: SourceDocument<ModulesConfTree>): Conditional[] {
  const done: Conditional[] = [];
  const open: BranchWord[][] = [];
  document.lines.forEach(({ tree }, line) => {
    if (tree.kind !== 'directive') return;
    const { directive, name } = tree;
    const word = { line, span: name.span };
    if (directive === 'if') open.push([word]);
    else if (directive === 'else' || directive === 'elseif') open.at(-1)?.push(word);
    else if (directive === 'endif') {
      const words = open.pop();
      if (words !== undefined) done.push({ words: [...words, word], isClosed: true });
    }
  });
  return [...done, ...open.reverse().map((words) => ({ words, isClosed: false }))];
}
