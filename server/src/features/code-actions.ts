import type { CodeAction, Diagnostic as EditorDiagnostic, TextEdit } from 'vscode-languageserver-types';
import type { Diagnostic } from '../lint/diagnostic.ts';
import { applyFixes } from '../lint/fixes.ts';
import { type DiagnosticData, diagnosticSource } from './diagnostics.ts';
import type { Snapshot } from './snapshot.ts';

/** What an editor asks for. */
export interface CodeActionRequest {
  /** What the editor shows at the place. */
  readonly diagnostics: readonly EditorDiagnostic[];
  /** Kinds that are wanted; undefined: all. */
  readonly only: readonly string[] | undefined;
  readonly version: number;
  /** @returns what is wrong in the document. */
  readonly findings: () => readonly Diagnostic[];
}

/** An action before it is said how the editor wants its edits. */
export interface OfferedAction extends Pick<CodeAction, 'title' | 'kind' | 'diagnostics' | 'isPreferred'> {
  readonly edits: readonly TextEdit[];
}

const quickFix = 'quickfix';
const silencing = 'quickfix.silence';
const fixAll = 'source.fixAll.modconf';

/** @returns what can be done about what is wrong: each fix, all of a kind, a comment that silences it; and all safe fixes. */
export function codeActions(snapshot: Snapshot, request: CodeActionRequest): OfferedAction[] {
  const { diagnostics, only } = request;
  const actions: OfferedAction[] = [];
  if (wants(only, quickFix)) {
    actions.push(...diagnostics.flatMap((diagnostic) => fixOf(diagnostic, request)));
    actions.push(...rulesOf(diagnostics).flatMap((rule) => fixAllOf(rule, snapshot, request)));
  }
  if (wants(only, silencing)) {
    actions.push(...diagnostics.flatMap((diagnostic) => silence(diagnostic, snapshot)));
  }
  // Unasked for, it would stand in every light bulb's menu.
  if (only?.some((kind) => isWithin(fixAll, kind))) {
    const edits = editsOf(request.findings(), snapshot, false);
    if (edits.length > 0) actions.push({ title: 'Apply all safe fixes', kind: fixAll, edits });
  }
  return actions;
}

function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only === undefined || only.some((wanted) => isWithin(kind, wanted));
}

/** Kinds are hierarchical: `source` wants `source.fixAll` too. */
function isWithin(kind: string, wanted: string): boolean {
  return wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`);
}

/** The edits came with the diagnostic. They are of use as long as they would be the same in the present version. */
function fixOf(diagnostic: EditorDiagnostic, { version, findings }: CodeActionRequest): OfferedAction[] {
  const data = diagnostic.data as DiagnosticData | undefined;
  if (data?.fix === undefined) return [];
  const { title, safety, edits } = data.fix;
  const isStill = ({ rule, fix }: Diagnostic) =>
    rule === diagnostic.code && fix?.title === title && JSON.stringify(fix.edits) === JSON.stringify(edits);
  if (data.version !== version && !findings().some(isStill)) return [];
  return [{ title, kind: quickFix, diagnostics: [diagnostic], isPreferred: safety === 'safe', edits }];
}

function rulesOf(diagnostics: readonly EditorDiagnostic[]): readonly string[] {
  return [...new Set(diagnostics.flatMap(({ code }) => (typeof code === 'string' ? [code] : [])))];
}

/** What has several findings of one kind can be done in one go. */
function fixAllOf(rule: string, snapshot: Snapshot, { findings }: CodeActionRequest): OfferedAction[] {
  const fixable = findings().filter((found) => found.rule === rule && found.fix !== undefined);
  if (fixable.length < 2) return [];
  return [
    { title: `Fix all \`${rule}\` in this file`, kind: quickFix, edits: editsOf(fixable, snapshot, true) },
  ];
}

/** @returns the edits of as many fixes as go together. */
function editsOf(findings: readonly Diagnostic[], { document }: Snapshot, unsafe: boolean): TextEdit[] {
  if (!findings.some(({ fix }) => fix !== undefined)) return [];
  return applyFixes(document.text, findings, { unsafe }).applied.flatMap(({ fix }) => fix?.edits ?? []);
}

/** What cannot be silenced, or silences. */
const unsilenced: ReadonlySet<string> = new Set(['internal-error', 'unused-suppression']);

function silence(diagnostic: EditorDiagnostic, { document }: Snapshot): OfferedAction[] {
  const { code, range, source } = diagnostic;
  if (source !== diagnosticSource || typeof code !== 'string' || unsilenced.has(code)) return [];
  const index = document.lineIndexOfPhysical(range.start.line);
  if (index < 0) return [];
  const above = document.positionInLine(index, 0);
  const insert = (title: string, line: number, text: string): OfferedAction => {
    const at = { line, character: 0 };
    return {
      title,
      kind: silencing,
      diagnostics: [diagnostic],
      edits: [{ range: { start: at, end: at }, newText: `${text}\n` }],
    };
  };
  return [
    insert(`Silence \`${code}\` for this line`, above.line, `# modconf-disable-next-line ${code}`),
    insert(`Silence \`${code}\` in this file`, 0, `# modconf-disable-file ${code}`),
  ];
}
