import type { DocumentEdit, DocumentFinding, LineEdit, LineFinding } from '../rule.ts';

/** @returns a finding in a line as one in a document, where the line has this index. */
export function inDocument({ fix, ...finding }: LineFinding, line: number): DocumentFinding {
  return { ...finding, line, ...(fix !== undefined && { fix: { ...fix, edits: editsIn(line, fix.edits) } }) };
}

/** @returns edits of a line as edits of a document, where the line has this index. */
function editsIn(line: number, edits: readonly LineEdit[]): DocumentEdit[] {
  return edits.map((edit) => ({ ...edit, line }));
}
