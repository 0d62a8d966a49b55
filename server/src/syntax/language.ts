import { baseName, directoryName } from '../files/paths.ts';

/** The languages, by the names that settings, `--language` and editors use. */
export const languageIds = [
  'modules.conf',
  'modules.dep',
  'modprobe.d',
  'modules-load.d',
  'depmod.d',
] as const;

export type LanguageId = (typeof languageIds)[number];

/** @returns whether `name` is the name of a language. */
export function isLanguageId(name: string): name is LanguageId {
  return (languageIds as readonly string[]).includes(name);
}

const firstLineMark = /^#[ \t]*modconf:[ \t]*language=([\w.-]+)/;

/**
 * Chooses the language of a file: a first line `# modconf: language=NAME` wins, then the path decides.
 *
 * @param path the file's path, absolute or relative
 * @param text the file's text, if it is at hand
 * @returns undefined when neither says one
 */
export function languageOf(path: string, text = ''): LanguageId | undefined {
  const mark = firstLineMark.exec(text.startsWith('\uFEFF') ? text.slice(1) : text)?.[1];
  if (mark !== undefined && isLanguageId(mark)) return mark;
  return languageOfPath(path);
}

/** What editors and package managers leave beside a file, and what is written about one: never configuration. */
const noConfiguration = /^README|(~|\.(bak|orig|old|rej|swp|md|txt|tsv|rpm(new|orig|save)|dpkg-\w+))$/;

function languageOfPath(path: string): LanguageId | undefined {
  const name = baseName(path);
  const folders = `${directoryName(path.startsWith('/') ? path : `/${path}`)}/`;
  if (name.endsWith('.dep') || (/^modules\.dep\b/.test(name) && !name.endsWith('.bin'))) return 'modules.dep';
  if (/^(modules\.conf|conf\.modules)\b/.test(name)) return 'modules.conf';
  if (/^modprobe\.conf\b/.test(name) || name === 'modules.softdep' || name === 'modules.weakdep')
    return 'modprobe.d';
  if (noConfiguration.test(name)) return undefined;
  // Also without `.conf`: that such a file is not read is the first thing to be told of it.
  if (folders.includes('/modprobe.d/')) return 'modprobe.d';
  if (folders.includes('/modules-load.d/') || (name === 'modules' && folders.endsWith('/etc/')))
    return 'modules-load.d';
  if (folders.includes('/depmod.d/') || name === 'depmod.conf') return 'depmod.d';
  if (/\/(modutils|modules\.d)\//.test(folders)) return 'modules.conf';
  if (/\/modules\.conf(\.d)?\//.test(folders) && name.endsWith('.conf')) return 'modules.conf';
  return undefined;
}
