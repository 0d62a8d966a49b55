import type { Severity } from '../../lint/diagnostic.ts';
import type { FileReport, Problem, ReportedDiagnostic } from './file-report.ts';
import type { Reporter } from './reporter.ts';
import { xmlAttributes, xmlText } from './xml.ts';

/** The XML of JUnit: a suite for each file, a failed test for each finding that makes the check fail. */
export class JunitReporter implements Reporter {
  readonly #fails: (severity: Severity) => boolean;
  #started = false;

  constructor({ fails }: { readonly fails: (severity: Severity) => boolean }) {
    this.#fails = fails;
  }

  file({ path, diagnostics }: FileReport): string {
    const cases = diagnostics.map((diagnostic) => this.#finding(path, diagnostic));
    if (cases.length === 0) cases.push(testCase(path, 'no findings', ''));
    const failures = diagnostics.filter(({ severity }) => this.#fails(severity)).length;
    return this.#suite(path, cases, { failures, errors: 0 });
  }

  problem({ path, message }: Problem): string {
    const error = `<error${xmlAttributes({ type: 'unreadable', message })}/>`;
    return this.#suite(path, [testCase(path, 'can be checked', error)], { failures: 0, errors: 1 });
  }

  end(): string {
    return `${this.#start()}</testsuites>\n`;
  }

  #finding(path: string, { rule, severity, message, range: { start } }: ReportedDiagnostic): string {
    const place = `${start.line + 1}:${start.character + 1}`;
    const text = xmlText(`${path}:${place}: ${severity}: ${message}`);
    const outcome = this.#fails(severity)
      ? `<failure${xmlAttributes({ type: severity, message })}>${text}</failure>`
      : `<system-out>${text}</system-out>`;
    return testCase(path, `${rule} ${place}`, outcome);
  }

  #suite(
    path: string,
    cases: readonly string[],
    { failures, errors }: { readonly failures: number; readonly errors: number },
  ): string {
    const counts = { tests: cases.length, failures, errors, skipped: 0, time: 0 };
    const attributes = xmlAttributes({ name: path, ...counts });
    return `${this.#start()}  <testsuite${attributes}>\n${cases.join('')}  </testsuite>\n`;
  }

  #start(): string {
    if (this.#started) return '';
    this.#started = true;
    return '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="modconf">\n';
  }
}

function testCase(path: string, name: string, outcome: string): string {
  return `    <testcase${xmlAttributes({ classname: path, name, time: 0 })}>${outcome}</testcase>\n`;
}
