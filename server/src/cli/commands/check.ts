import { resolve } from 'node:path';
import type { LanguageId } from '../../syntax/language.ts';
import type { Arguments } from '../arguments.ts';
import type { Checker } from '../check/checker.ts';
import { type CheckContext, FileChecker } from '../check/file-checker.ts';
import { TargetFinder } from '../check/find-targets.ts';
import { selectRules } from '../check/selection.ts';
import { tellUnusedSuppressions } from '../check/unused-suppressions.ts';
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
  const results = await openResults(args, host, commandNamed('check'));
  if (results === undefined) return Status.failure;
  try {
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

async function checkAll(args: Arguments, host: Host, checker: Checker, results: Results): Promise<void> {
  const conf = args.value('conf');
  const operands = conf === undefined ? args.operands : [conf];
  const paths = operands.filter((path) => path !== '-');
  const roots = args.values('root');
  const configurations = new UserConfigurations(args, host);
  const everyFile = args.has('language') || conf !== undefined;
  const select = selectRules(args);
  const finder = new TargetFinder(host, { paths, roots, everyFile, configurations, select });
  // First, because other files may include what standard input stands for.
  if (paths.length < operands.length) {
    const path = args.value('stdin-path');
    const root = roots[0] === undefined ? undefined : resolve(host.directory, roots[0]);
    const target = await finder.target(path ?? '-', resolve(host.directory, path ?? '-'), root);
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
