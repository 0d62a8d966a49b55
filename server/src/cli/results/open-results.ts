import { resolve } from 'node:path';
import type { Severity } from '../../lint/diagnostic.ts';
import type { Arguments } from '../arguments.ts';
import type { CommandSpec } from '../command-spec.ts';
import type { Host } from '../host.ts';
import { complain } from '../messages.ts';
import { count } from '../report/count.ts';
import { visible } from '../report/visible.ts';
import { Status } from '../status.ts';
import { isSystemError, systemReason } from '../system-error.ts';
import { UsageError } from '../usage-error.ts';
import type { Baseline } from './baseline.ts';
import { openSinks } from './outputs.ts';
import { type ReportFilter, Results } from './results.ts';
import { gravity, thresholdOf } from './threshold.ts';

/**
 * Opens what findings go to, by the options that say what counts and where it is printed.
 *
 * @returns undefined when a file cannot be used, which is said on stderr
 * @throws UsageError
 */
export async function openResults(
  args: Arguments,
  host: Host,
  command: CommandSpec,
): Promise<Results | undefined> {
  const threshold = thresholdOf(args, command);
  const updates = args.has('update-baseline');
  if (updates) assertWholeBaseline(args, command);
  const baseline = await openBaseline(args, host, command);
  if (baseline === 'unusable') return undefined;
  const sinks = updates ? [] : await openSinks(args, host, threshold);
  if (sinks === undefined) return undefined;
  const filters = [severityFilter(args)];
  if (baseline !== undefined) filters.push((report) => baseline.filter(report));
  // What is known from now on fails nothing.
  if (updates) filters.push((report) => ({ ...report, diagnostics: [] }));
  const onEnd = baseline === undefined ? undefined : () => endBaseline(baseline, args, host);
  return new Results(host, { sinks, threshold, filters, ...(onEnd && { onEnd }) });
}

function assertWholeBaseline(args: Arguments, command: CommandSpec): void {
  const partial = ['select', 'ignore', 'diff'].find((name) => args.has(name));
  if (partial !== undefined)
    throw new UsageError(`--update-baseline is about all findings; leave out --${partial}`, command);
  if (!args.has('baseline')) throw new UsageError('--update-baseline needs --baseline FILE', command);
}

function severityFilter(args: Arguments): ReportFilter {
  const least = gravity[(args.value('severity') ?? 'info') as Severity];
  if (least === 0) return (report) => report;
  return (report) => ({
    ...report,
    diagnostics: report.diagnostics.filter(({ severity }) => gravity[severity] >= least),
  });
}

async function openBaseline(
  args: Arguments,
  host: Host,
  command: CommandSpec,
): Promise<Baseline | undefined | 'unusable'> {
  const shown = args.value('baseline');
  if (shown === undefined) return undefined;
  const { Baseline, BaselineError } = await import('./baseline.ts');
  const file = resolve(host.directory, shown);
  try {
    return args.has('update-baseline')
      ? Baseline.open(file, host.directory)
      : Baseline.read(file, host.directory);
  } catch (error) {
    if (error instanceof BaselineError) throw new UsageError(`${shown}: ${error.message}`, command);
    if (!isSystemError(error)) throw error;
    const hint = error.code === 'ENOENT' ? '; write it with --update-baseline' : '';
    complain(host, `${shown}: ${systemReason(error)}${hint}`);
    return 'unusable';
  }
}

/** Writes the baseline if it is to be written, and says how it stands. */
function endBaseline(baseline: Baseline, args: Arguments, host: Host): Status {
  const shown = args.value('baseline') ?? '';
  const tell = (text: string) => {
    if (!args.has('quiet')) host.err.write(`note: ${visible(shown)}: ${text}\n`);
  };
  try {
    if (args.has('update-baseline')) tell(`${count(baseline.write(), 'finding')} known now`);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    complain(host, `${shown}: ${systemReason(error)}`);
    return Status.failure;
  }
  if (args.has('update-baseline')) return Status.ok;
  if (baseline.leftOut > 0) tell(`${count(baseline.leftOut, 'known finding')} left out`);
  if (baseline.gone > 0)
    tell(
      `${count(baseline.gone, 'known finding')} not there any more; --update-baseline forgets what is gone`,
    );
  return Status.ok;
}
