import type { Severity } from '../../lint/diagnostic.ts';
import type { FileReport, ReportedDiagnostic } from './file-report.ts';
import type { Reporter } from './reporter.ts';
import { visible } from './visible.ts';

/** What gcc calls the severities: editors and CI services know its lines. */
const words: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** One line for each finding, as gcc prints them: `path:line:column: severity: message [rule]`. */
export class ConciseReporter implements Reporter {
  file({ path, diagnostics }: FileReport): string {
    return diagnostics.map((diagnostic) => line(path, diagnostic)).join('');
  }

  end(): string {
    return '';
  }
}

function line(path: string, { range: { start }, severity, message, rule }: ReportedDiagnostic): string {
  const place = `${visible(path)}:${start.line + 1}:${start.character + 1}`;
  return `${place}: ${words[severity]}: ${visible(message)} [${rule}]\n`;
}
