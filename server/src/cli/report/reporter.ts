import type { Severity } from '../../lint/diagnostic.ts';
import type { Status } from '../status.ts';
import type { FileReport, Problem } from './file-report.ts';
import type { RepositoryPaths } from './repository-paths.ts';

/** Prints findings in one format. Each part is written as soon as it is known. */
export interface Reporter {
  /** @returns what is printed for one file. */
  file(report: FileReport): string;
  /** @returns what is printed about something that could not be checked; it is also named on stderr. */
  problem?(problem: Problem): string;
  /** @returns what is printed when all files are done. */
  end(status: Status): string;
}

/** What reporters are told about the run and its reader. */
export interface ReporterOptions {
  readonly color: boolean;
  /** Columns of the terminal; undefined where the output is no terminal. */
  readonly width: number | undefined;
  /** Whether to end with how many findings there are. */
  readonly summary: boolean;
  readonly paths: RepositoryPaths;
  /** Whether findings of a severity make the check fail. */
  readonly fails: (severity: Severity) => boolean;
}
