import { realpathSync } from 'node:fs';
import { baseHost } from '../git/base-host.ts';
import type { ChangesSince } from '../git/revision.ts';
import type { Host } from '../host.ts';
import { type FileReport, normalizedLine, type ReportedDiagnostic } from '../report/file-report.ts';
import type { Checker, CheckResult } from './checker.ts';
import { FileChecker } from './file-checker.ts';
import type { FileTarget } from './find-targets.ts';
import type { CheckContext } from './source-pool.ts';

/** Leaves out the findings that files had before they, or what is around them, were changed. */
export class NewFindings implements Checker {
  readonly #now: Checker;
  readonly #before: Checker;
  readonly #changes: ChangesSince;

  constructor(host: Host, context: CheckContext, changes: ChangesSince) {
    this.#now = new FileChecker(host, context);
    this.#before = new FileChecker(baseHost(host, changes), context);
    this.#changes = changes;
  }

  check(target: FileTarget): CheckResult {
    return this.#withoutOld(this.#now.check(target), target);
  }

  async checkStandardInput(path: string | undefined, target: FileTarget): Promise<CheckResult> {
    return this.#withoutOld(await this.#now.checkStandardInput(path, target), target);
  }

  #withoutOld(result: CheckResult, target: FileTarget): CheckResult {
    if (result.kind === 'problem' || result.report.diagnostics.length === 0) return result;
    const { report } = result;
    const path = this.#changes.renamed.get(realOf(target.path)) ?? target.path;
    const before = this.#before.check({ ...target, path });
    // A file that was not there, or could not be read, had no findings.
    if (before.kind === 'problem') return result;
    const old = countByLine(before.report);
    const diagnostics = report.diagnostics.filter(
      (diagnostic) => diagnostic.occurrence > (old.get(keyOf(diagnostic, report)) ?? 0),
    );
    return { kind: 'report', report: { ...report, diagnostics } };
  }
}

function countByLine(report: FileReport): Map<string, number> {
  const counts = new Map<string, number>();
  for (const diagnostic of report.diagnostics) {
    const key = keyOf(diagnostic, report);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function keyOf(diagnostic: ReportedDiagnostic, { lines }: FileReport): string {
  return `${diagnostic.rule}\n${normalizedLine(diagnostic, lines)}`;
}

function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path; // standard input may stand for a file that is not there
  }
}
