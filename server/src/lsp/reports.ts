import type { DocumentDiagnosticReport, Diagnostic as EditorDiagnostic } from 'vscode-languageserver';
import { toEditorDiagnostic } from '../features/diagnostics.ts';
import type { Diagnostic } from '../lint/diagnostic.ts';

interface Report {
  readonly resultId: string;
  /** What was found, as text. */
  readonly content: string;
}

/** What an editor was told of documents when it asked, so that it is told only what is new. */
export class Reports {
  readonly #last = new Map<string, Report>();
  #count = 0;

  /**
   * @param previous the id of the answer that the editor still has
   * @returns the findings, or that they are what they were
   */
  make(
    uri: string,
    findings: readonly Diagnostic[],
    previous: string | undefined,
    target: { readonly version: number; readonly uriOf: (path: string) => string },
  ): DocumentDiagnosticReport {
    const content = JSON.stringify(findings);
    const last = this.#last.get(uri);
    if (last?.content === content) {
      if (last.resultId === previous) return { kind: 'unchanged', resultId: previous };
      return { kind: 'full', resultId: last.resultId, items: toItems(findings, target) };
    }
    const resultId = String(++this.#count);
    this.#last.set(uri, { resultId, content });
    return { kind: 'full', resultId, items: toItems(findings, target) };
  }

  /** Forgets a document. */
  delete(uri: string): void {
    this.#last.delete(uri);
  }
}

function toItems(
  findings: readonly Diagnostic[],
  target: { readonly version: number; readonly uriOf: (path: string) => string },
): EditorDiagnostic[] {
  return findings.map((found) => toEditorDiagnostic(found, target));
}
