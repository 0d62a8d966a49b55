import type { FileReport, Problem } from '../report/file-report.ts';
import type { Status } from '../status.ts';
import type { FileTarget } from './find-targets.ts';

/** What came of checking a file. */
export type CheckResult =
  | { readonly kind: 'report'; readonly report: FileReport }
  | { readonly kind: 'problem'; readonly problem: Problem; readonly status: Status };

/** Checks files one by one. */
export interface Checker {
  check(target: FileTarget): CheckResult;
  /**
   * Checks standard input; files of the same root that are checked later see it in place of the file that it stands for.
   *
   * @param path of that file, as the user named it
   */
  checkStandardInput(path: string | undefined, target: FileTarget): Promise<CheckResult>;
}
