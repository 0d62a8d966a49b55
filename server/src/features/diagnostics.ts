import type { Diagnostic as EditorDiagnostic, TextEdit } from 'vscode-languageserver-types';
import type { Diagnostic, Severity } from '../lint/diagnostic.ts';
import { ruleUrl } from '../lint/rule-page.ts';

/** What a diagnostic carries to the editor and back, so that a code action needs not look for the fault again. */
export interface DiagnosticData {
  /** The version of the document that the edits are made for. */
  readonly version: number;
  readonly fix: {
    readonly title: string;
    readonly safety: 'safe' | 'unsafe';
    readonly edits: readonly TextEdit[];
  };
}

/** What a diagnostic is translated for. */
export interface DiagnosticTarget {
  readonly version: number;
  /** @returns where the editor finds a file, by the path that a diagnostic names. */
  uriOf(path: string): string;
}

/** By which editors show who says it. */
export const diagnosticSource = 'modconf';

/** Numbers of the protocol; its constants would pull in code. */
const severities: Readonly<Record<Severity, 1 | 2 | 3>> = { error: 1, warning: 2, info: 3 };
const unnecessaryTag = 1;

/** @returns a finding as editors show it. */
export function toEditorDiagnostic(
  { range, severity, rule, message, unnecessary, related, fix }: Diagnostic,
  { version, uriOf }: DiagnosticTarget,
): EditorDiagnostic {
  const data: DiagnosticData | undefined = fix && { version, fix: { ...fix, edits: [...fix.edits] } };
  return {
    range,
    severity: severities[severity],
    code: rule,
    codeDescription: { href: ruleUrl(rule) },
    source: diagnosticSource,
    message,
    ...(unnecessary && { tags: [unnecessaryTag] }),
    ...(related !== undefined && {
      relatedInformation: related.map((place) => ({
        location: { uri: uriOf(place.path), range: place.range },
        message: place.message,
      })),
    }),
    ...(data !== undefined && { data }),
  };
}
