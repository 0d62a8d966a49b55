import type { Severity } from '../../lint/diagnostic.ts';
import { type FileReport, lastLine, type ReportedDiagnostic } from './file-report.ts';
import type { Reporter } from './reporter.ts';
import type { RepositoryPaths } from './repository-paths.ts';
import { visible } from './visible.ts';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands of GitHub Actions: each finding becomes an annotation of the line. */
export class GithubReporter implements Reporter {
  readonly #paths: RepositoryPaths;

  constructor({ paths }: { readonly paths: RepositoryPaths }) {
    this.#paths = paths;
  }

  file({ path, diagnostics }: FileReport): string {
    const file = this.#paths.nameOf(path);
    return diagnostics.map((diagnostic) => annotation(file, diagnostic)).join('');
  }

  end(): string {
    return '';
  }
}

function annotation(file: string, { range, severity, message, rule }: ReportedDiagnostic): string {
  const { start, end } = range;
  const properties: [string, string | number][] = [
    ['title', rule],
    ['file', file],
    ['line', start.line + 1],
    ['endLine', lastLine(range) + 1],
  ];
  // GitHub takes columns only within one line.
  if (start.line === end.line)
    properties.push(['col', start.character + 1], ['endColumn', end.character + 1]);
  const list = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(',');
  return `::${commands[severity]} ${list}::${escapeData(visible(message))}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
