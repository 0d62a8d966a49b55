import { baseName } from '../../../files/paths.ts';
import type { Word } from '../../../syntax/modules-conf/tree.ts';
import type { Span } from '../../../text/span.ts';
import { code } from '../../message.ts';
import { conf, inDirectives, modulesConfRule, partSpan } from './support.ts';

export const installRecursion = modulesConfRule({
  id: 'install-recursion',
  severity: 'warning',
  fix: 'none',
  needs: [],
  docs: {
    summary:
      'An `install`, `pre-install`, `remove` or `pre-remove` command that calls modprobe for its own module.',
    why: [
      'modprobe runs the command instead of (or before) insmod. If the command calls modprobe for the same module, that runs the command again, and so on without end:',
      'modutils has no `--ignore-install`. `insmod` and `rmmod` do not read these lines; call them instead.',
    ].join('\n'),
    basis: 'modules.conf(5), `install`: the command replaces insmod for the module, whoever calls modprobe.',
    bad: conf('install sb /sbin/modprobe sb; /bin/aumix -L'),
    good: conf('install sb /sbin/insmod sb; /bin/aumix -L'),
  },
  checkLine: inDirectives(
    ['install', 'pre-install', 'remove', 'pre-remove'],
    ({ directive, words: [module, command] }, line, report) => {
      if (module === undefined || command === undefined) return;
      const removes = directive === 'remove' || directive === 'pre-remove';
      const call = findCall(command, module.text, removes);
      if (call === undefined) return;
      report({
        span: partSpan(line, command, call.start, call.end),
        message: `this calls modprobe for ${code(module.text)} again, which runs this command again, without end; use \`${removes ? 'rmmod' : 'insmod'}\``,
      });
    },
  ),
});

/** The call of modprobe for the module in a command of the shell, from `modprobe` to the module's name. */
function findCall({ text }: Word, module: string, removes: boolean): Span | undefined {
  let words: Span[] = [];
  for (const word of [...shellWords(text), undefined]) {
    if (word !== undefined && !isSeparator(text[word.start]!)) {
      words.push(word);
      continue;
    }
    const call = callIn(text, words, module, removes);
    if (call !== undefined) return call;
    words = [];
  }
  return undefined;
}

/** Looks at one simple command. */
function callIn(text: string, words: readonly Span[], module: string, removes: boolean): Span | undefined {
  const textOf = ({ start, end }: Span) => unquote(text.slice(start, end));
  const index = words.findIndex((word) => baseName(textOf(word)) === 'modprobe');
  const program = words[index];
  if (program === undefined || !words.slice(0, index).every((word) => isPrefix(textOf(word))))
    return undefined;
  let takesValue = false;
  let isRemoval = false;
  for (const word of words.slice(index + 1)) {
    const argument = textOf(word);
    if (takesValue) takesValue = false;
    else if (argument.startsWith('-')) {
      takesValue = argument === '-C' || argument === '-t';
      isRemoval ||= argument === '--remove' || (!argument.startsWith('--') && argument.includes('r'));
    } else if (argument.includes('=')) return undefined;
    else {
      const found = argument === module && isRemoval === removes;
      return found ? { start: program.start, end: word.end } : undefined;
    }
  }
  return undefined;
}

/** What may stand before a command's name. */
function isPrefix(word: string): boolean {
  return ['exec', 'nice', 'if', 'then', 'else', 'do', '!', '{', '('].includes(word) || /^\w+=/.test(word);
}

function unquote(word: string): string {
  return word.replaceAll('"', '').replaceAll("'", '');
}

function isSeparator(character: string): boolean {
  return ';&|()'.includes(character);
}

/** The words of a command and what separates commands, roughly as a shell would cut them. */
function shellWords(text: string): Span[] {
  const words: Span[] = [];
  for (let at = 0; at < text.length; ) {
    const start = at;
    if (isSeparator(text[at]!)) at++;
    else if (/\s/.test(text[at]!)) {
      at++;
      continue;
    } else at = wordEnd(text, at);
    words.push({ start, end: at });
  }
  return words;
}

function wordEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && !isSeparator(text[at]!) && !/\s/.test(text[at]!)) {
    const quote = text[at] === '"' || text[at] === "'" ? text.indexOf(text[at]!, at + 1) : at;
    at = quote === -1 ? text.length : quote + 1;
  }
  return at;
}
