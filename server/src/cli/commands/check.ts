import { resolve } from 'node:path';
import type { LanguageId } from '../../syntax/language.ts';
import type { Arguments } from '../arguments.ts';
import { type CheckContext, FileChecker } from '../check/file-checker.ts';
import { TargetFinder } from '../check/find-targets.ts';
import { tellUnusedSuppressions } from '../check/unused-suppressions.ts';
import { commandNamed } from '../command-table.ts';
import { placeName } from '../configuration/place-name.ts';
import { UserConfigurations } from '../configuration/user-configurations.ts';
import type { ExcludedFile } from '../find-files.ts';
import type { Host } from '../host.ts';
import { complain, refuse } from '../messages.ts';
import { type NamedDependencies, readNamedDependencies } from '../named-dependencies.ts';
import { openSinks } from '../results/outputs.ts';
import { Results } from '../results/results.ts';
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
  const threshold = { failOn: 'warning' } as const;
  const sinks = await openSinks(args, host, threshold);
  if (sinks === undefined) return Status.failure;
  const results = new Results(host, { sinks, threshold });
  try {
    await checkAll(args, host, results, {
      language: languageFor(args, host),
      kernel: args.value('kernel'),
      dependencies,
    });
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

async function checkAll(args: Arguments, host: Host, results: Results, context: CheckContext): Promise<void> {
  const conf = args.value('conf');
  const operands = conf === undefined ? args.operands : [conf];
  const paths = operands.filter((path) => path !== '-');
  const configurations = new UserConfigurations(args, host);
  const roots = args.values('root');
  const everyFile = context.language !== undefined;
  const finder = new TargetFinder(host, { paths, roots, everyFile, configurations });
  const checker = new FileChecker(host, context);
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
  const walked = paths.length === 0 && roots.length === 0 ? ['.'] : paths;
  tellUnusedSuppressions(host, configurations.loaded, walked, results);
}

function tellExcluded({ shown, place }: ExcludedFile, args: Arguments, host: Host, results: Results): void {
  results.skip();
  if (!args.has('quiet'))
    complain(host, `${shown}: not checked, because ${placeName(host, place)} excludes it`);
}
