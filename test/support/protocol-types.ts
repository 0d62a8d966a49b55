import assert from 'node:assert/strict';
import {
  type CallHierarchyItem,
  CodeAction,
  CodeLens,
  Diagnostic,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Location,
  LocationLink,
  Range,
  SelectionRange,
  TextEdit,
} from 'vscode-languageserver-types';

type Guard = (value: unknown) => boolean;

const many =
  (guard: Guard): Guard =>
  (value) =>
    Array.isArray(value) && value.every(guard);
const some =
  (...guards: readonly Guard[]): Guard =>
  (value) =>
    guards.some((guard) => guard(value));
const isUnsigned: Guard = (value) =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) < 2 ** 31;
const field = (value: unknown, name: string): unknown =>
  (value as Record<string, unknown> | null | undefined)?.[name];

/** A fold, as the protocol has it: the library's own guard asks for characters. */
const isFold: Guard = (value) =>
  isUnsigned(field(value, 'startLine')) &&
  isUnsigned(field(value, 'endLine')) &&
  (field(value, 'startCharacter') === undefined || FoldingRange.is(value));
const isCompletionItem: Guard = (value) =>
  typeof field(value, 'label') === 'string' &&
  (field(value, 'textEdit') === undefined || TextEdit.is(field(value, 'textEdit')));
const isDocumentReport: Guard = (value) =>
  field(value, 'kind') === 'full'
    ? many(Diagnostic.is)(field(value, 'items'))
    : field(value, 'kind') === 'unchanged' && typeof field(value, 'resultId') === 'string';

/** What each request may be answered with, besides null: the protocol's types by the guards of its own library. */
const answerTypes: Readonly<Record<string, Guard>> = {
  'textDocument/hover': Hover.is,
  'textDocument/definition': many(some(LocationLink.is, Location.is)),
  'textDocument/declaration': many(some(LocationLink.is, Location.is)),
  'textDocument/references': many(Location.is),
  'textDocument/documentHighlight': many((value) => Range.is(field(value, 'range'))),
  'textDocument/documentSymbol': many(DocumentSymbol.is),
  'textDocument/completion': (value) =>
    typeof field(value, 'isIncomplete') === 'boolean' && many(isCompletionItem)(field(value, 'items')),
  'completionItem/resolve': isCompletionItem,
  'textDocument/signatureHelp': (value) =>
    many((signature) => typeof field(signature, 'label') === 'string')(field(value, 'signatures')),
  'textDocument/codeAction': many(CodeAction.is),
  'textDocument/codeLens': many(CodeLens.is),
  'codeLens/resolve': CodeLens.is,
  'textDocument/documentLink': many(DocumentLink.is),
  'textDocument/foldingRange': many(isFold),
  'textDocument/selectionRange': many(SelectionRange.is),
  'textDocument/semanticTokens/full': (value) =>
    many(isUnsigned)(field(value, 'data')) && (field(value, 'data') as unknown[]).length % 5 === 0,
  'textDocument/semanticTokens/range': (value) =>
    many(isUnsigned)(field(value, 'data')) && (field(value, 'data') as unknown[]).length % 5 === 0,
  'textDocument/semanticTokens/full/delta': (value) =>
    many(isUnsigned)(field(value, 'data')) ||
    many((edit) => isUnsigned(field(edit, 'start')) && isUnsigned(field(edit, 'deleteCount')))(
      field(value, 'edits'),
    ),
  'textDocument/inlayHint': many(InlayHint.is),
  'textDocument/prepareRename': (value) =>
    Range.is(field(value, 'range')) && typeof field(value, 'placeholder') === 'string',
  'textDocument/formatting': many(TextEdit.is),
  'textDocument/rangeFormatting': many(TextEdit.is),
  'textDocument/onTypeFormatting': many(TextEdit.is),
  'textDocument/prepareCallHierarchy': many((value) => isCallHierarchyItem(value)),
  'callHierarchy/incomingCalls': many(
    (value) => isCallHierarchyItem(field(value, 'from')) && many(Range.is)(field(value, 'fromRanges')),
  ),
  'callHierarchy/outgoingCalls': many(
    (value) => isCallHierarchyItem(field(value, 'to')) && many(Range.is)(field(value, 'fromRanges')),
  ),
  'textDocument/diagnostic': isDocumentReport,
  'workspace/diagnostic': (value) =>
    many((item) => isDocumentReport(item) && typeof field(item, 'uri') === 'string')(field(value, 'items')),
  'workspace/symbol': many(
    (value) => typeof field(value, 'name') === 'string' && Location.is(field(value, 'location')),
  ),
};

function isCallHierarchyItem(value: unknown): value is CallHierarchyItem {
  return (
    typeof field(value, 'name') === 'string' &&
    typeof field(value, 'uri') === 'string' &&
    Range.is(field(value, 'range')) &&
    Range.is(field(value, 'selectionRange'))
  );
}

/** Fails unless a request's answer is of the type that the protocol says, and every range in it begins before it ends. */
export function assertAnswer(method: string, answer: unknown): void {
  const guard = answerTypes[method];
  assert.ok(guard !== undefined, `no type for ${method}`);
  assert.ok(answer === null || guard(answer), `${method}: ${JSON.stringify(answer)?.slice(0, 500)}`);
  assertRanges(answer, method);
}

function assertRanges(value: unknown, method: string): void {
  if (typeof value !== 'object' || value === null) return;
  if (Range.is(value)) {
    const { start, end } = value;
    const isInOrder = start.line < end.line || (start.line === end.line && start.character <= end.character);
    assert.ok(
      isInOrder && isUnsigned(start.character) && isUnsigned(end.character),
      `${method}: ${JSON.stringify(value)}`,
    );
    return;
  }
  for (const inner of Object.values(value)) assertRanges(inner, method);
}
