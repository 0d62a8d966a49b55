import { resolve } from 'node:path';
import type { Arguments } from '../arguments.ts';
import { usesColor } from '../color.ts';
import type { Host } from '../host.ts';
import { complain } from '../messages.ts';
import { type FormatName, isFormatName, reporterFor } from '../report/formats.ts';
import type { Reporter, ReporterOptions } from '../report/reporter.ts';
import { RepositoryPaths, repositoryOf } from '../report/repository-paths.ts';
import { isSystemError, systemReason } from '../system-error.ts';
import { UsageError } from '../usage-error.ts';
import type { FileOutput } from './file-output.ts';
import type { Sink } from './results.ts';
import { fails, type Threshold } from './threshold.ts';

/** A format that was asked for, and the file that it goes to; undefined means standard output. */
interface ChosenFormat {
  readonly format: FormatName;
  readonly file: string | undefined;
}

/**
 * Opens what `--format` asks for.
 *
 * @returns undefined when a file cannot be written, which is said on stderr
 * @throws UsageError when two formats would go to the same place
 */
export async function openSinks(
  args: Arguments,
  host: Host,
  threshold: Threshold,
): Promise<Sink[] | undefined> {
  const chosen = chosenFormats(args, host);
  const places = chosen.map(({ file }) =>
    file === undefined ? 'standard output' : resolve(host.directory, file),
  );
  const twice = places.find((place, index) => places.indexOf(place) !== index);
  if (twice !== undefined)
    throw new UsageError(`two formats cannot both go to ${twice}; write --format NAME:FILE`);
  const sinks: Sink[] = [];
  for (const { format, file } of chosen) {
    const counts = format === 'text' && args.has('statistics');
    const reporter = counts
      ? await statisticsReporter()
      : await reporterFor(format, reporterOptions(args, host, threshold, file));
    const output = file === undefined ? host.out : await openFile(file, host);
    if (output === undefined) {
      for (const sink of sinks) sink.output.discard?.();
      return undefined;
    }
    sinks.push({ reporter, output, name: file ?? 'standard output' });
  }
  if (args.has('statistics') && !chosen.some(({ format }) => format === 'text'))
    sinks.push({ reporter: await statisticsReporter(), output: host.err, name: 'standard error' });
  return sinks;
}

async function statisticsReporter(): Promise<Reporter> {
  const { StatisticsReporter } = await import('../report/statistics.ts');
  return new StatisticsReporter();
}

async function openFile(file: string, host: Host): Promise<FileOutput | undefined> {
  const { openFileOutput } = await import('./file-output.ts');
  try {
    return openFileOutput(resolve(host.directory, file));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    complain(host, `${file}: ${systemReason(error)}`);
    return undefined;
  }
}

function chosenFormats(args: Arguments, { environment }: Host): ChosenFormat[] {
  const values = args.values('format');
  if (values.length === 0)
    return [{ format: environment.GITHUB_ACTIONS === 'true' ? 'github' : 'text', file: undefined }];
  return values.map((value) => {
    const colon = `${value}:`.indexOf(':');
    const format = value.slice(0, colon);
    // The command's table has let nothing else through.
    if (!isFormatName(format)) throw new RangeError(format);
    return { format, file: value.slice(colon + 1) || undefined };
  });
}

function reporterOptions(
  args: Arguments,
  host: Host,
  threshold: Threshold,
  file: string | undefined,
): ReporterOptions {
  return {
    color: file === undefined ? usesColor(args, host) : args.value('color') === 'always',
    width: file === undefined ? host.terminalWidth() : undefined,
    summary: !args.has('quiet'),
    paths: new RepositoryPaths(host.directory, repositoryOf(host.environment)),
    fails: (severity) => fails(severity, threshold),
  };
}
