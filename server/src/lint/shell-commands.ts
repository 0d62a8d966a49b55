import { isSpace } from '../syntax/characters.ts';
import type { Span } from '../text/span.ts';

/**
 * A word of a shell's command line, roughly as the shell would cut it: a stretch without blanks and separators, or what is
 * between quotes. Spans are relative to the command line.
 */
export interface ShellWord extends Span {
  /** Without quotes. */
  readonly text: string;
}

/** The words of one program's call; `if`, `exec`, `X=1` and the like before it are left out. */
export type SimpleCommand = readonly ShellWord[];

/** @returns the calls of programs in a shell's command line, in order; roughly: nothing is expanded. */
export function simpleCommands(text: string): SimpleCommand[] {
  const commands: SimpleCommand[] = [];
  let words: ShellWord[] = [];
  const end = (): void => {
    const start = words.findIndex((word) => !isPrefix(word.text));
    if (start !== -1) commands.push(words.slice(start));
    words = [];
  };
  for (let at = 0; at < text.length; ) {
    if (isSeparator(text, at)) {
      end();
      at++;
    } else if (isSpace(text.charCodeAt(at))) {
      at++;
    } else if (text[at] === '#') {
      break;
    } else {
      const start = at;
      at = wordEnd(text, start);
      words.push({ start, end: at, text: text.slice(start, at).replaceAll(/["']/g, '') });
    }
  }
  end();
  return commands;
}

/** What may stand before a program's name. */
function isPrefix(word: string): boolean {
  return prefixes.has(word) || /^\w+=/.test(word);
}

const prefixes: ReadonlySet<string> = new Set([
  ...['exec', 'nice', 'if', 'then', 'else', 'elif', 'fi', 'do', 'while', 'until', '!', '{', '}', '('],
]);

function isSeparator(text: string, at: number): boolean {
  // `2>&1` is one word.
  return ';&|()\n'.includes(text[at]!) && !(text[at] === '&' && text[at - 1] === '>');
}

function wordEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && !isSeparator(text, at) && !isSpace(text.charCodeAt(at))) {
    const quote = text[at] === '"' || text[at] === "'" ? text.indexOf(text[at]!, at + 1) : at;
    at = quote === -1 ? text.length : quote + 1;
  }
  return at;
}
