import { resolve } from 'node:path';
import type { LanguageId } from '../../syntax/language.ts';
import type { Arguments } from '../arguments.ts';
import type { Checker } from '../check/checker.ts';
import { FileChecker } from '../check/file-checker.ts';
import { TargetFinder, type TargetOptions } from '../check/find-targets.ts';
import { selectRules } from '../check/selection.ts';
import type { CheckContext } from '../check/source-pool.ts';
import { tellUnusedSuppressions } from '../check/unused-suppressions.ts';
import type { CommandSpec } from '../command-spec.ts';
import { commandNamed } from '../command-table.ts';
import { placeName } from '../configuration/place-name.ts';
import { UserConfigurations } from '../configuration/user-configurations.ts';
import type { ExcludedFile } from '../find-files.ts';
import type { Host } from '../host.ts';
import { complain, refuse } from '../messages.ts';
import { type NamedDependencies, readNamedDependencies } from '../named-dependencies.ts';
import { openResults } from '../results/open-results.ts';
import type { Results } from '../results/results.ts';
import { Status } from '../status.ts';
import { UsageError } from '../usage-error.ts';

const nothingToCheck =
  'there is no file to check; name one, or say with --language what kind of files they are';

/** `modconf check`: lints files and prints what was found as it is found. */
export async function run(args: Arguments, host: Host): Promise<Status> {
  assertSensible(args);
  const dep = args.value('dep');
  let dependencies: NamedDependencies | undefined;
  try {
    dependencies = dep === undefined ? undefined : readNamedDependencies(dep, host);
  } catch (error) {
    return refuse(host, dep ?? '', error);
  }
  const context = { language: languageFor(args, host), kernel: args.value('kernel'), dependencies };
  const checker = await checkerFor(args, host, context);
  if (args.has('diff-fixes')) {
    const { printFixes } = await import('../fix/apply-fixes.ts');
    return printFixes(args, host, context, targetOptions(args, host));
  }
  const results = await openResults(args, host, commandNamed('check'));
  if (results === undefined) return Status.failure;
  try {
    if (args.has('fix')) {
      const { writeFixes } = await import('../fix/apply-fixes.ts');
      await writeFixes(args, host, context, targetOptions(args, host), results);
    }
    await checkAll(args, host, checker, results);
    if (!results.isEmpty) return results.end();
    complain(host, nothingToCheck);
    return Status.usage;
  } finally {
    results.abandon();
  }
}

function assertSensible(args: Arguments): void {
  const check = commandNamed('check');
  if (args.has('conf') && args.operands.length > 0)
    throw new UsageError('check takes either --conf or a PATH, not both', check);
  const named = args.has('conf') || args.operands.length > 0;
  if (named && args.values('root').length > 1)
    throw new UsageError('several --root are checked whole; a PATH or --conf can be in one only', check);
  assertFixable(args, check);
}

function assertFixable(args: Arguments, check: CommandSpec): void {
  const fixes = ['fix', 'diff-fixes'].filter((name) => args.has(name));
  if (fixes.length > 1) throw new UsageError('--diff-fixes writes nothing; leave out --fix', check);
  const [fix] = fixes;
  if (fix === undefined) {
    if (args.has('unsafe')) throw new UsageError('--unsafe is about fixes; it goes with --fix', check);
    return;
  }
  const other = ['diff', 'baseline', 'update-baseline'].find((name) => args.has(name));
  if (other !== undefined)
    throw new UsageError(`--${fix} is about everything that is found; leave out --${other}`, check);
  if (fix === 'fix' && args.operands.includes('-'))
    throw new UsageError('--fix cannot write standard input; --diff-fixes prints the difference', check);
}

/** @returns the language that every file is in; undefined lets each say its own. */
function languageFor(args: Arguments, host: Host): LanguageId | undefined {
  const language = args.value('language');
  if (language !== undefined) return language as LanguageId;
  const conf = args.value('conf');
  if (conf === undefined) return undefined;
  const kind = host.filesBelow('/').stat(resolve(host.directory, conf))?.kind;
  return kind === 'directory' ? 'modprobe.d' : undefined;
}

/** @throws UsageError when git knows no such revision */
async function checkerFor(args: Arguments, host: Host, context: CheckContext): Promise<Checker> {
  const revision = args.value('diff');
  if (revision === undefined) return new FileChecker(host, context);
  const { changesSince } = await import('../git/revision.ts');
  const { GitError } = await import('../git/run-git.ts');
  const { NewFindings } = await import('../check/new-findings.ts');
  try {
    return new NewFindings(host, context, changesSince(revision, host.directory));
  } catch (error) {
    if (error instanceof GitError) throw new UsageError(`--diff: ${error.message}`, commandNamed('check'));
    throw error;
  }
}

/** @throws UsageError for a rule that does not exist */
function targetOptions(args: Arguments, host: Host): TargetOptions {
  const conf = args.value('conf');
  const operands = conf === undefined ? args.operands : [conf];
  return {
    paths: operands.filter((path) => path !== '-'),
    roots: args.values('root'),
    everyFile: args.has('language') || conf !== undefined,
    configurations: new UserConfigurations(args, host),
    select: selectRules(args),
  };
}

async function checkAll(args: Arguments, host: Host, checker: Checker, results: Results): Promise<void> {
  const options = targetOptions(args, host);
  const { paths, roots, configurations } = options;
  const finder = new TargetFinder(host, options);
  // First, because other files may include what standard input stands for.
  if (args.operands.includes('-')) {
    const path = args.value('stdin-path');
    const target = await finder.standardInput(path);
    results.take(await checker.checkStandardInput(path, target), target);
    if (paths.length === 0) return;
  }
  for await (const target of finder.find()) {
    if (target.kind === 'file') results.take(checker.check(target), target);
    else if (target.kind === 'excluded') tellExcluded(target, args, host, results);
    else results.problem({ path: target.shown, message: target.reason }, Status.failure);
  }
  // What does not run, or is not looked at, silences nothing and yet is not in vain.
  if (['select', 'ignore', 'diff'].some((name) => args.has(name))) return;
  const walked = paths.length === 0 && roots.length === 0 ? ['.'] : paths;
  tellUnusedSuppressions(host, configurations.loaded, walked, results);
}

function tellExcluded({ shown, place }: ExcludedFile, args: Arguments, host: Host, results: Results): void {
  results.skip();
  if (!args.has('quiet'))
    complain(host, `${shown}: not checked, because ${placeName(host, place)} excludes it`);
}
