import type { TextEdit } from '../../text/span.ts';
import type { Status } from '../status.ts';
import { type DiagnosticJson, diagnosticToJson, oneBased } from './diagnostic-json.ts';
import type { FileReport, Problem, ReportedDiagnostic } from './file-report.ts';
import type { Reporter } from './reporter.ts';

/** A line of the format. */
export type JsonLine = FileLine | FindingLine | ProblemLine | EndLine;

/** Comes before the findings of a file. */
export interface FileLine {
  readonly type: 'file';
  readonly path: string;
  readonly language: FileReport['language'];
  /** How many lines of type `finding` follow. */
  readonly findings: number;
}

/** A finding with all that any other format says about it. */
export interface FindingLine extends DiagnosticJson {
  readonly type: 'finding';
  readonly occurrence: number;
  readonly title?: string;
  readonly edits?: readonly TextEdit[];
  /** What the lines read that the finding and its edits are in, by one-based number. */
  readonly lines: Readonly<Record<string, string>>;
}

export interface ProblemLine extends Problem {
  readonly type: 'problem';
}

/** The last line: without it, the run did not come to its end. */
export interface EndLine {
  readonly type: 'end';
  readonly version: 1;
  readonly files: number;
  readonly status: Status;
}

/** A JSON object a line: can be cut, counted, searched, and put together again by `modconf merge`. */
export class JsonLinesReporter implements Reporter {
  #files = 0;

  file({ path, language, diagnostics, lines }: FileReport): string {
    this.#files++;
    const head: FileLine = { type: 'file', path, language, findings: diagnostics.length };
    const findings = diagnostics.map((diagnostic) => findingLine(diagnostic, lines));
    return [head, ...findings].map(print).join('');
  }

  problem(problem: Problem): string {
    return print({ type: 'problem', ...problem });
  }

  end(status: Status): string {
    return print({ type: 'end', version: 1, files: this.#files, status });
  }
}

function findingLine(diagnostic: ReportedDiagnostic, lines: FileReport['lines']): FindingLine {
  const { fix, range, occurrence } = diagnostic;
  const edits = fix?.edits.map((edit) => ({ ...edit, range: oneBased(edit.range) }));
  const ranges = [range, ...(fix?.edits.map((edit) => edit.range) ?? [])];
  const numbers = new Set(ranges.flatMap(({ start, end }) => [start.line, end.line]));
  const texts = [...numbers].flatMap((line) => {
    const text = lines.get(line);
    return text === undefined ? [] : [[String(line + 1), text] as const];
  });
  return {
    type: 'finding',
    ...diagnosticToJson(diagnostic),
    occurrence,
    ...(fix !== undefined && edits !== undefined && { title: fix.title, edits }),
    lines: Object.fromEntries(texts),
  };
}

function print(line: JsonLine): string {
  return `${JSON.stringify(line)}\n`;
}
