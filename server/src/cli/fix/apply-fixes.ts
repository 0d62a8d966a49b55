import type { Diagnostic, Severity } from '../../lint/diagnostic.ts';
import { encode } from '../../text/encoding.ts';
import type { Arguments } from '../arguments.ts';
import { type FileTarget, TargetFinder, type TargetOptions } from '../check/find-targets.ts';
import type { CheckContext } from '../check/source-pool.ts';
import type { Host } from '../host.ts';
import { complain } from '../messages.ts';
import { count } from '../report/count.ts';
import type { Results } from '../results/results.ts';
import { gravity } from '../results/threshold.ts';
import { Status, worse } from '../status.ts';
import { isSystemError, systemReason } from '../system-error.ts';
import { FileFixer, type FixedText, type FixResult } from './file-fixer.ts';
import { unifiedDiff } from './unified-diff.ts';
import { writeFixed } from './write-fixed.ts';

/**
 * Prints what fixing would change, and writes nothing.
 *
 * @returns `findings` when there is something
 */
export async function printFixes(
  args: Arguments,
  host: Host,
  context: CheckContext,
  options: TargetOptions,
): Promise<Status> {
  const fixer = fixerFor(args, host, context);
  let status: Status = Status.ok;
  const print = (shown: string, result: FixResult) => {
    if (result.kind === 'problem') {
      complain(host, `${result.problem.path}: ${result.problem.message}`);
      status = worse(status, result.status);
      return;
    }
    const difference = unifiedDiff(shown, result.before, result.after);
    if (difference !== '') status = worse(status, Status.findings);
    host.out.write(difference);
  };
  const finder = new TargetFinder(host, options);
  if (args.operands.includes('-')) {
    const path = args.value('stdin-path');
    print(path ?? '-', await fixer.fixStandardInput(path, await finder.standardInput(path)));
    if (options.paths.length === 0) return status;
  }
  for await (const target of finder.find()) {
    if (target.kind === 'file') print(target.shown, fixer.fix(target));
    else if (target.kind === 'unreadable') {
      complain(host, `${target.shown}: ${target.reason}`);
      status = worse(status, Status.failure);
    }
  }
  return status;
}

/**
 * Fixes files. What cannot be read is passed over, because the check that follows names it; what cannot be written is a problem.
 *
 * @throws ConfigurationError; FileError of a configuration
 */
export async function writeFixes(
  args: Arguments,
  host: Host,
  context: CheckContext,
  options: TargetOptions,
  results: Results,
): Promise<void> {
  const fixer = fixerFor(args, host, context);
  let files = 0;
  let findings = 0;
  for await (const target of new TargetFinder(host, options).find()) {
    if (target.kind !== 'file') continue;
    const result = fixer.fix(target);
    if (result.kind === 'problem' || result.after === result.before) continue;
    const failure = write(result);
    if (failure !== undefined) {
      results.problem({ path: target.shown, message: failure }, Status.failure);
      continue;
    }
    files++;
    findings += result.applied.length;
    fixer.forget();
  }
  if (files > 0 && !args.has('quiet'))
    host.err.write(`note: ${count(findings, 'finding')} fixed in ${count(files, 'file')}\n`);
}

/** @returns why the file is as it was; undefined when it was written. */
function write({ place, before, after }: FixedText): string | undefined {
  try {
    if (writeFixed(place, encode(before), encode(after))) return undefined;
    return 'has changed meanwhile, so its fixes are not written';
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return `its fixes cannot be written: ${systemReason(error)}`;
  }
}

function fixerFor(args: Arguments, host: Host, context: CheckContext): FileFixer {
  const least = gravity[(args.value('severity') ?? 'info') as Severity];
  const keep = (diagnostics: readonly Diagnostic[], { settings }: FileTarget) =>
    diagnostics.filter(({ rule, severity }) => {
      const isSuppressed = settings.suppressions.some(({ rules }) => rules.includes(rule));
      return gravity[severity] >= least && !isSuppressed;
    });
  return new FileFixer(host, context, { unsafe: args.has('unsafe'), keep });
}
