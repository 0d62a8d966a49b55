import type { Diagnostic } from '../../lint/diagnostic.ts';
import type { SourceDocument } from '../../text/source-document.ts';

/** What was found in one file. */
export interface FileReport {
  readonly path: string;
  readonly document: SourceDocument<unknown>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Prints findings in one format. Each part is written as soon as it is known. */
export interface Reporter {
  /** @returns what is printed for one file. */
  file(report: FileReport): string;
  /** @returns what is printed when all files are done. */
  end(): string;
}
