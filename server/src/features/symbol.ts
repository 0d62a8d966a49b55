import type { DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { SourceDocument } from '../text/source-document.ts';
import type { Range, Span } from '../text/span.ts';

/** The protocol's numbers; its constants would pull in code. */
export const symbolKind = {
  file: 1,
  module: 2,
  namespace: 3,
  property: 7,
  interface: 11,
  function: 12,
  constant: 14,
  array: 18,
  key: 20,
} as const satisfies Readonly<Record<string, SymbolKind>>;

/** A line as a symbol. */
export interface LineSymbol {
  readonly name: string;
  readonly detail: string;
  readonly kind: SymbolKind;
  /** What of the line names it. */
  readonly span: Span;
}

/** @returns the symbol with the whole line, its line end left out, as its range. */
export function toDocumentSymbol(
  document: SourceDocument<unknown>,
  line: number,
  { name, detail, kind, span }: LineSymbol,
): DocumentSymbol {
  return {
    // Editors refuse a symbol without a name.
    name: name === '' ? '(nothing)' : name,
    detail,
    kind,
    range: lineRange(document, line),
    selectionRange: document.rangeInLine(line, span),
  };
}

/** @returns from a line's first character to its last, comments and continuations included, the line end not. */
export function lineRange(document: SourceDocument<unknown>, line: number): Range {
  const { raw } = document.line(line);
  let end = raw.length;
  while (end > 0 && (raw[end - 1] === '\n' || raw[end - 1] === '\r')) end--;
  return document.rangeInLine(line, { start: 0, end });
}
