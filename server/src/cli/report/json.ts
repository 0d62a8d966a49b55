import type { Severity } from '../../lint/diagnostic.ts';
import { type DiagnosticJson, diagnosticToJson } from './diagnostic-json.ts';
import type { FileReport } from './file-report.ts';
import type { Reporter } from './reporter.ts';

/** One JSON object with all findings, for programs; lines and characters are one-based. */
export class JsonReporter implements Reporter {
  #files = 0;
  readonly #diagnostics: DiagnosticJson[] = [];
  readonly #summary: Record<Severity, number> = { error: 0, warning: 0, info: 0 };

  file({ diagnostics }: FileReport): string {
    this.#files++;
    for (const diagnostic of diagnostics) {
      this.#summary[diagnostic.severity]++;
      this.#diagnostics.push(diagnosticToJson(diagnostic));
    }
    return '';
  }

  end(): string {
    const result = {
      version: 1,
      files: this.#files,
      diagnostics: this.#diagnostics,
      summary: this.#summary,
    };
    return `${JSON.stringify(result)}\n`;
  }
}
