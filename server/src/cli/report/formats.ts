import type { Reporter, ReporterOptions } from './reporter.ts';

/** Every format; each is loaded when it is asked for. */
const loaders = {
  text: async (options: ReporterOptions) => new (await import('./text.ts')).TextReporter(options),
  concise: async () => new (await import('./concise.ts')).ConciseReporter(),
  gcc: async () => new (await import('./concise.ts')).ConciseReporter(),
  json: async () => new (await import('./json.ts')).JsonReporter(),
  'json-lines': async () => new (await import('./json-lines.ts')).JsonLinesReporter(),
  sarif: async (options: ReporterOptions) => new (await import('./sarif.ts')).SarifReporter(options),
  github: async (options: ReporterOptions) => new (await import('./github.ts')).GithubReporter(options),
  gitlab: async (options: ReporterOptions) => new (await import('./gitlab.ts')).GitlabReporter(options),
  checkstyle: async () => new (await import('./checkstyle.ts')).CheckstyleReporter(),
  junit: async (options: ReporterOptions) => new (await import('./junit.ts')).JunitReporter(options),
  rdjson: async () => new (await import('./rdjson.ts')).RdjsonReporter(),
} satisfies Readonly<Record<string, (options: ReporterOptions) => Promise<Reporter>>>;

export type FormatName = keyof typeof loaders;

export const formatNames = Object.keys(loaders) as readonly FormatName[];

export function isFormatName(name: string): name is FormatName {
  return Object.hasOwn(loaders, name);
}

/** @returns what prints findings in a format. */
export function reporterFor(format: FormatName, options: ReporterOptions): Promise<Reporter> {
  return loaders[format](options);
}
