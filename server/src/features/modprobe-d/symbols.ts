import type { DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { CommandLine, DirectiveName, ModprobeDTree } from '../../syntax/modprobe-d/tree.ts';
import type { SourceDocument } from '../../text/source-document.ts';
import { type LineSymbol, symbolKind, toDocumentSymbol } from '../symbol.ts';

const kinds: Readonly<Record<DirectiveName, SymbolKind>> = {
  alias: symbolKind.interface,
  blacklist: symbolKind.constant,
  config: symbolKind.file,
  include: symbolKind.file,
  install: symbolKind.function,
  options: symbolKind.property,
  remove: symbolKind.function,
  softdep: symbolKind.array,
  weakdep: symbolKind.array,
};

/** @returns a symbol for each directive of a modprobe.d, named after the module or alias that it is about. */
export function modprobeDSymbols(document: SourceDocument<ModprobeDTree>): DocumentSymbol[] {
  return document.lines.flatMap(({ tree }, line) =>
    tree.kind === 'command' ? [toDocumentSymbol(document, line, describe(tree))] : [],
  );
}

function describe(tree: CommandLine): LineSymbol {
  const { command, directive, name } = tree;
  const kind = directive === undefined ? symbolKind.key : kinds[directive];
  const isAbout = directive !== undefined && directive !== 'config' && directive !== 'include';
  if (name === undefined || !isAbout)
    return { name: command.text, detail: restOf(tree), kind, span: command.span };
  const arrow = directive === 'alias' ? '→ ' : '';
  const detail = `${command.text} ${arrow}${restOf(tree)}`.trimEnd();
  return { name: name.text, detail, kind, span: name.span };
}

/** What stands behind the name; behind the command where that names nothing. */
function restOf(tree: CommandLine): string {
  if ('argument' in tree) return tree.argument?.text.trim() ?? '';
  const isNamed = tree.directive === 'alias' || tree.directive === 'blacklist';
  const words = isNamed ? tree.words.slice(1) : tree.words;
  return words.map(({ text }) => text).join(' ');
}
