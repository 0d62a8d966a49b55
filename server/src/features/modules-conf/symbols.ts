import type { DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { DirectiveLine, DirectiveName, ModulesConfTree } from '../../syntax/modules-conf/tree.ts';
import type { SourceDocument } from '../../text/source-document.ts';
import { type LineSymbol, lineRange, symbolKind, toDocumentSymbol } from '../symbol.ts';

const kinds: Readonly<Partial<Record<DirectiveName, SymbolKind>>> = {
  alias: symbolKind.interface,
  options: symbolKind.property,
  above: symbolKind.array,
  below: symbolKind.array,
  probe: symbolKind.array,
  probeall: symbolKind.array,
  prune: symbolKind.array,
  define: symbolKind.constant,
  include: symbolKind.file,
  install: symbolKind.function,
  'post-install': symbolKind.function,
  'post-remove': symbolKind.function,
  'pre-install': symbolKind.function,
  'pre-remove': symbolKind.function,
  remove: symbolKind.function,
  if: symbolKind.namespace,
  else: symbolKind.namespace,
  elseif: symbolKind.namespace,
  keep: symbolKind.key,
  path: symbolKind.file,
};

/** A branch of a conditional while its lines are read. */
interface OpenBranch {
  readonly symbol: DocumentSymbol;
  readonly children: DocumentSymbol[];
}

/** modutils reads no further when more are nested; an outline of boundless depth would break editors. */
const maximumDepth = 20;

/** @returns a symbol for each directive; the lines of a conditional's branch are its children. */
export function modulesConfSymbols(document: SourceDocument<ModulesConfTree>): DocumentSymbol[] {
  const top: DocumentSymbol[] = [];
  const open: OpenBranch[] = [];
  const put = (symbol: DocumentSymbol) => (open.at(-1)?.children ?? top).push(symbol);
  const close = (line: number) => {
    const branch = open.pop();
    if (branch !== undefined) put(withChildren(branch, document, line));
  };
  for (let line = 0; line < document.lineCount; line++) {
    const { tree } = document.lines[line]!;
    if (tree.kind === 'empty') continue;
    const { directive } = tree;
    if (directive === 'endif') {
      close(line);
      continue;
    }
    const isNextBranch = directive === 'else' || directive === 'elseif';
    if (isNextBranch && open.length === 0) continue;
    if (isNextBranch) close(line - 1);
    const symbol = toDocumentSymbol(document, line, describe(tree));
    const opens = isNextBranch || (directive === 'if' && open.length < maximumDepth);
    if (opens) open.push({ symbol, children: [] });
    else put(symbol);
  }
  while (open.length > 0) close(document.lineCount - 1);
  return top;
}

/** @returns the branch as a symbol that reaches to the end of line `last`. */
function withChildren(
  { symbol, children }: OpenBranch,
  document: SourceDocument<unknown>,
  last: number,
): DocumentSymbol {
  const range = { start: symbol.range.start, end: lineRange(document, last).end };
  return { ...symbol, range, children };
}

function describe(tree: DirectiveLine): LineSymbol {
  const { directive, name, words, argument, add } = tree;
  const kind = (directive && kinds[directive]) ?? symbolKind.key;
  const rest = words.slice(directive === 'options' && words[0]?.text === '-k' ? 1 : 0);
  const key = rest.shift();
  const isKeyed = tree.equals === undefined && directive !== undefined && key !== undefined;
  if (!isKeyed || directive === 'if' || directive === 'elseif') {
    const written = name.text === '' && add !== undefined ? 'add' : name.text;
    const span = name.text === '' ? (add?.span ?? argument.span) : name.span;
    return { name: written, detail: argument.text, kind, span };
  }
  const values = rest.map((word) => word.text).join(' ');
  const detail = `${name.text} ${directive === 'alias' ? '→ ' : ''}${values}`.trimEnd();
  return { name: key.text, detail, kind, span: key.span };
}
