import { isSpace } from '../../syntax/characters.ts';
import { normalizeName } from '../../syntax/modprobe-d/names.ts';
import type { BuiltInOrigin } from '../origin.ts';
import type { BlacklistEntry, KmodMessage, OptionsEntry } from './configuration.ts';

const origin: BuiltInOrigin = { kind: 'built-in', text: 'kernel command line' };

/** What the kernel command line adds to kmod's configuration. */
export interface CommandLineEntries {
  readonly blacklists: readonly BlacklistEntry[];
  readonly options: readonly OptionsEntry[];
  readonly messages: readonly KmodMessage[];
}

/**
 * Reads a kernel command line as kmod does: `MODULE.PARAMETER[=VALUE]` gives options, `modprobe.blacklist=A,B` blacklists. The
 * names of a blacklist stay as they are: kmod does not put `_` for `-` in them, so `modprobe.blacklist=a-b` matches nothing.
 */
export function readCommandLine(commandLine: string): CommandLineEntries {
  const blacklists: BlacklistEntry[] = [];
  const options: OptionsEntry[] = [];
  const messages: KmodMessage[] = [];
  for (const word of wordsOf(commandLine)) {
    const setting = settingOf(word);
    if (setting === undefined) continue;
    const { name, parameter } = setting;
    const module = normalizeName(name);
    if (name === 'modprobe' && parameter.startsWith('blacklist=')) {
      for (const blacklisted of parameter.slice('blacklist='.length).split(','))
        blacklists.push({ module: blacklisted, origin });
    } else if (module === undefined) {
      const text = `Ignoring bad option on kernel command line while parsing module name: '${halfNormalized(name)}'`;
      messages.push({ text: `libkmod: ERROR: kcmdline_parse_result: ${text}`, origin });
    } else {
      options.push({ module, options: parameter.replaceAll('\t', ' '), origin });
    }
  }
  return { blacklists, options, messages };
}

/** @returns the words, cut at white space outside `"…"`; a last one whose quote stays open is dropped. */
function wordsOf(commandLine: string): string[] {
  const words: string[] = [];
  let quoted = false;
  let start = 0;
  for (let at = 0; at < commandLine.length; at++) {
    const code = commandLine.charCodeAt(at);
    if (code === 0x22) quoted = !quoted;
    if (quoted || !isSpace(code)) continue;
    words.push(commandLine.slice(start, at));
    start = at + 1;
  }
  if (!quoted) words.push(commandLine.slice(start));
  return words;
}

/**
 * @returns a word's module and parameter; undefined for the kernel's own words: those without a `.` or with a `=` before it,
 *   with a second `.` in the parameter's name, or with a quote or white space outside the value
 */
function settingOf(word: string): { readonly name: string; readonly parameter: string } | undefined {
  // Boot loaders write "module.parameter=value" for module.parameter="value": the quote moves to the value.
  const isQuoted = word.startsWith('"');
  const text = isQuoted ? word.slice(1) : word;
  const equals = text.indexOf('=');
  const dot = text.indexOf('.');
  const key = equals === -1 ? text : text.slice(0, equals);
  if (dot === -1 || dot >= key.length || key.includes('.', dot + 1) || /[" \t-\r]/.test(key))
    return undefined;
  const value = text.slice(key.length);
  const parameter = key.slice(dot + 1) + (isQuoted ? `="${value.slice(1)}` : value);
  return { name: key.slice(0, dot), parameter };
}

/** @returns a name with an unpaired bracket as kmod leaves it: normalised up to there. */
function halfNormalized(name: string): string {
  for (let end = name.length; end > 0; end--) {
    const start = normalizeName(name.slice(0, end));
    if (start !== undefined) return start + name.slice(end);
  }
  return name;
}
