import { baseName } from '../../../files/paths.ts';
import type { Span } from '../../../text/span.ts';
import { type ShellWord, simpleCommands } from '../../shell-commands.ts';

/** A call of modprobe in the command of an `install` or `remove` line. Spans are relative to the command. */
export interface ModprobeCall {
  readonly program: ShellWord;
  /** What is to be loaded or removed. */
  readonly modules: readonly ShellWord[];
  readonly removes: boolean;
  /** `-i`, `--ignore-install`, `--ignore-remove`, `--first-time` … stand for what they do here. */
  readonly ignoresInstall: boolean;
  readonly ignoresRemove: boolean;
  /** It only says what it would do. */
  readonly isDry: boolean;
  readonly handsOptionsOn: boolean;
  /** From the program to the last word. */
  readonly span: Span;
}

/** Options of modprobe that take the next word. */
const takesValue: ReadonlySet<string> = new Set([
  ...['-C', '--config', '-d', '--dirname', '-S', '--set-version', '-o', '--name', '-w', '--wait'],
]);

const dry: ReadonlySet<string> = new Set([
  ...['--dry-run', '--show', '--show-depends', '--showconfig', '--resolve-alias', '--show-modversions'],
]);

/** @returns the calls of modprobe in a shell's command line, in order. */
export function modprobeCalls(command: string): ModprobeCall[] {
  if (!command.includes('modprobe')) return [];
  return simpleCommands(command).flatMap(([program, ...words]) =>
    program !== undefined && baseName(program.text) === 'modprobe' ? callOf(program, words) : [],
  );
}

function callOf(program: ShellWord, words: readonly ShellWord[]): ModprobeCall {
  const flags: string[] = [];
  const modules: ShellWord[] = [];
  let handsOptionsOn = false;
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    if (word.text.includes('$CMDLINE_OPTS')) handsOptionsOn = true;
    else if (takesValue.has(word.text)) index++;
    else if (word.text.startsWith('--')) flags.push(word.text);
    else if (word.text.startsWith('-')) flags.push(...[...word.text.slice(1)].map((letter) => `-${letter}`));
    else if (!isRedirection(word.text)) modules.push(word);
  }
  const has = (...names: string[]) => names.some((name) => flags.includes(name));
  const removes = has('-r', '--remove');
  return {
    program,
    // Without -a or -r the words behind the module are its options.
    modules: removes || has('-a', '--all') ? modules : modules.slice(0, 1),
    removes,
    ignoresInstall: has('-i', '--ignore-install'),
    ignoresRemove: has('-i', '--ignore-remove'),
    isDry: has('-n', '-D', '-R', '-c') || flags.some((flag) => dry.has(flag)),
    handsOptionsOn,
    span: { start: program.start, end: (words.at(-1) ?? program).end },
  };
}

function isRedirection(word: string): boolean {
  return /^\d*[<>]/.test(word);
}
