import type { DocumentSymbol } from 'vscode-languageserver-types';
import type { DepmodDTree } from '../../syntax/depmod-d/tree.ts';
import type { SourceDocument } from '../../text/source-document.ts';
import { symbolKind, toDocumentSymbol } from '../symbol.ts';

/** @returns a symbol for each directive of a depmod.d; an override is named after its module. */
export function depmodDSymbols(document: SourceDocument<DepmodDTree>): DocumentSymbol[] {
  return document.lines.flatMap(({ tree }, line) => {
    if (tree.kind !== 'command') return [];
    const { command, directive, words } = tree;
    const module = directive === 'override' ? words[0] : undefined;
    const rest = (module === undefined ? words : words.slice(1)).map(({ text }) => text).join(' ');
    const symbol =
      module === undefined
        ? { name: command.text, detail: rest, kind: symbolKind.key, span: command.span }
        : {
            name: module.text,
            detail: `override ${rest}`.trimEnd(),
            kind: symbolKind.module,
            span: module.span,
          };
    return [toDocumentSymbol(document, line, symbol)];
  });
}
