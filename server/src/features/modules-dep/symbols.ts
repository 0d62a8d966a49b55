import type { DocumentSymbol } from 'vscode-languageserver-types';
import { baseName } from '../../files/paths.ts';
import type { ModulesDepTree } from '../../syntax/modules-dep/tree.ts';
import type { SourceDocument } from '../../text/source-document.ts';
import { symbolKind, toDocumentSymbol } from '../symbol.ts';

/** @returns the modules that a modules.dep lists. */
export function modulesDepSymbols(document: SourceDocument<ModulesDepTree>): DocumentSymbol[] {
  return document.lines.flatMap(({ tree }, line) => {
    if (tree.kind === 'empty') return [];
    const { text, span } = tree.target;
    const symbol = { name: baseName(text), detail: text, kind: symbolKind.module, span };
    return [toDocumentSymbol(document, line, symbol)];
  });
}
