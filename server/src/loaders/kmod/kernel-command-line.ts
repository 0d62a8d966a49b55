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
 * Reads a kernel command line as kmod does: `MODULE.PARAMETER[=VALUE]` gives options, `modprobe.blacklist=A,B` blacklists.
 * Words end at blanks outside `"…"`; a `=` before the
 * first `.`, or a second `.` before the first `=`, makes it a word of the kernel's own. The names of a
 * blacklist stay as they are: kmod does not put `_` for `-` in them, so `modprobe.blacklist=a-b` matches nothing.
 */
export function readCommandLine(commandLine: string): CommandLineEntries {
  const blacklists: BlacklistEntry[] = [];
  const options: OptionsEntry[] = [];
  const messages: KmodMessage[] = [];
  for (const word of wordsOf(commandLine)) {
    const dot = word.indexOf('.');
    const equals = word.indexOf('=');
    const quote = word.indexOf('"');
    if (dot === -1 || (equals !== -1 && equals < dot) || (quote !== -1 && (quote < dot || equals === -1)))
      continue;
    const name = word.slice(0, dot);
    const parameter = word.slice(dot + 1);
    const secondDot = word.indexOf('.', dot + 1);
    if (secondDot !== -1 && (equals === -1 || secondDot < equals)) continue;
    const module = normalizeName(name);
    if (name === 'modprobe' && parameter.startsWith('blacklist=')) {
      for (const blacklisted of word.slice(equals + 1).split(','))
        blacklists.push({ module: blacklisted, origin });
    } else if (module === undefined) {
      const text = `Ignoring bad option on kernel command line while parsing module name: '${name}'`;
      messages.push({ text: `libkmod: ERROR: kcmdline_parse_result: ${text}`, origin });
    } else {
      options.push({ module, options: parameter.replaceAll('\t', ' '), origin });
    }
  }
  return { blacklists, options, messages };
}

/** @returns the words of the first line, cut at blanks outside `"…"`. */
function wordsOf(commandLine: string): string[] {
  const words: string[] = [];
  let quoted = false;
  let start = 0;
  const end = commandLine.search(/[\n\0]|$/);
  for (let at = 0; at < end; at++) {
    if (commandLine[at] === '"') quoted = !quoted;
    if (commandLine[at] !== ' ' || quoted) continue;
    words.push(commandLine.slice(start, at));
    start = at + 1;
  }
  // kmod drops a last word whose quote is still open.
  if (!quoted) words.push(commandLine.slice(start, end));
  return words;
}
