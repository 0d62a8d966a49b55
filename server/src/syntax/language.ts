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

function languageOfPath(path: string): LanguageId | undefined {
  const name = baseName(path);
  const folders = `/${directoryName(path.startsWith('/') ? path : `/${path}`)}/`;
  if (/^modules\.dep(\.|$)/.test(name) && !name.endsWith('.bin')) return 'modules.dep';
  if (name.endsWith('.dep')) return 'modules.dep';
  if (/^modules\.conf\b|^conf\.modules\b/.test(name)) return 'modules.conf';
  if (/^modprobe\.conf\b/.test(name) || name === 'modules.softdep' || name === 'modules.weakdep')
    return 'modprobe.d';
  if (/\/modprobe\.d\//.test(folders)) return 'modprobe.d';
  if (/\/modules-load\.d\//.test(folders) || (folders.endsWith('/etc/') === true && name === 'modules'))
    return 'modules-load.d';
  if (/\/depmod\.d\//.test(folders)) return 'depmod.d';
  if (/\/(modutils|modules\.d|modules\.conf(\.d)?)\//.test(folders)) return 'modules.conf';
  return undefined;
}
