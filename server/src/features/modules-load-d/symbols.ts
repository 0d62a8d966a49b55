import type { DocumentSymbol } from 'vscode-languageserver-types';
import type { ModulesLoadDTree } from '../../syntax/modules-load-d/tree.ts';
import type { SourceDocument } from '../../text/source-document.ts';
import { symbolKind, toDocumentSymbol } from '../symbol.ts';

/** @returns the names that a modules-load.d or /etc/modules lists. */
export function modulesLoadDSymbols(document: SourceDocument<ModulesLoadDTree>): DocumentSymbol[] {
  return document.lines.flatMap(({ tree }, line) => {
    if (tree.kind !== 'name') return [];
    const [name = tree.name, ...options] = tree.words;
    const detail = options.map(({ text }) => text).join(' ');
    const symbol = { name: name.text, detail, kind: symbolKind.module, span: name.span };
    return [toDocumentSymbol(document, line, symbol)];
  });
}
