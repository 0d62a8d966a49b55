import type { Severity } from '../../lint/diagnostic.ts';
import type { CheckResult } from '../check/checker.ts';
import type { FileTarget } from '../check/find-targets.ts';
import type { Host } from '../host.ts';
import { complain } from '../messages.ts';
import { OutputError } from '../output.ts';
import type { FileReport, Problem } from '../report/file-report.ts';
import type { Reporter } from '../report/reporter.ts';
import { Status, worse } from '../status.ts';
import { isSystemError, systemReason } from '../system-error.ts';
import { ConfiguredSuppressions } from './configured-suppressions.ts';
import { exceeds, fails, type Threshold } from './threshold.ts';

/** A report on its way to one place. */
export interface Sink {
  readonly reporter: Reporter;
  readonly output: { write(text: string): void; close?(): void; discard?(): void };
  /** What the place is called, for people. */
  readonly name: string;
}

/** Leaves findings out. */
export type ReportFilter = (report: FileReport) => FileReport;

export interface ResultsOptions {
  readonly sinks: readonly Sink[];
  readonly threshold: Threshold;
  readonly filters: readonly ReportFilter[];
  /** What is to be done when all reports are there. */
  readonly onEnd?: () => Status;
}

/** Takes what was found, file by file, prints it in every format that was asked for, and knows the exit status in the end. */
export class Results {
  readonly #host: Host;
  readonly #threshold: Threshold;
  readonly suppressions = new ConfiguredSuppressions();
  readonly #filters: readonly ReportFilter[];
  readonly #onEnd: (() => Status) | undefined;
  #sinks: readonly Sink[];
  #warnings = 0;
  #status: Status = Status.ok;
  #files = 0;

  constructor(host: Host, { sinks, threshold, filters, onEnd }: ResultsOptions) {
    this.#host = host;
    this.#sinks = sinks;
    this.#threshold = threshold;
    this.#filters = filters;
    this.#onEnd = onEnd;
  }

  /** Whether anything was asked for. */
  get isEmpty(): boolean {
    return this.#files === 0;
  }

  /** @param target what the result is of */
  take(result: CheckResult, { settings }: FileTarget): void {
    if (result.kind === 'problem') this.problem(result.problem, result.status);
    else this.file(this.suppressions.apply(result.report, settings.suppressions));
  }

  file(found: FileReport): void {
    this.#files++;
    const report = this.#filters.reduce((left, filter) => filter(left), found);
    for (const { severity } of report.diagnostics) this.count(severity);
    this.#toSinks(({ reporter, output }) => output.write(reporter.file(report)));
  }

  /** Takes a finding into account for the exit status. */
  count(severity: Severity): void {
    if (severity === 'warning') this.#warnings++;
    if (fails(severity, this.#threshold) || exceeds(this.#warnings, this.#threshold))
      this.raise(Status.findings);
  }

  /** A file that is not to be checked, which is no reason to say that there was none. */
  skip(): void {
    this.#files++;
  }

  /** Names on stderr what could not be checked. */
  problem(problem: Problem, status: Status): void {
    this.#files++;
    this.raise(status);
    complain(this.#host, `${problem.path}: ${problem.message}`);
    this.#toSinks(({ reporter, output }) => output.write(reporter.problem?.(problem) ?? ''));
  }

  /** @returns the exit status. */
  end(): Status {
    this.#toSinks(({ reporter, output }) => {
      output.write(reporter.end(this.#status));
      output.close?.();
    });
    this.raise(this.#onEnd?.() ?? Status.ok);
    return this.#status;
  }

  /** Leaves no report behind: the run made no sense or broke. */
  abandon(): void {
    for (const { output } of this.#sinks) output.discard?.();
    this.#sinks = [];
  }

  /** Takes into account for the exit status what happened elsewhere. */
  raise(status: Status): void {
    this.#status = worse(this.#status, status);
  }

  /** A place that cannot be written to any more is named once and left out; the others get everything. */
  #toSinks(action: (sink: Sink) => void): void {
    this.#sinks = this.#sinks.filter((sink) => {
      try {
        action(sink);
        return true;
      } catch (error) {
        if (error instanceof OutputError) complain(this.#host, `${sink.name}: ${error.message}`);
        else if (isSystemError(error)) complain(this.#host, `${sink.name}: ${systemReason(error)}`);
        else throw error;
        this.raise(Status.failure);
        return false;
      }
    });
  }
}
