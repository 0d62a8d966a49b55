import type { LineWord } from '../../../syntax/line-word.ts';
import { directiveNames } from '../../../syntax/modprobe-d/tree.ts';
import type { NameLine } from '../../../syntax/modules-load-d/tree.ts';
import type { Span } from '../../../text/span.ts';
import { code } from '../../message.ts';
import type { DocumentFinding } from '../../rule.ts';
import { load, modulesLoadDRule } from './support.ts';

export const loadLineNotAName = modulesLoadDRule({
  id: 'load-line-not-a-name',
  severity: 'error',
  fix: 'unsafe',
  needs: [],
  docs: {
    summary:
      'A line that is more than the name of a module: arguments, a comment, several names, a directive.',
    why: [
      'In modules-load.d the whole line is the name. With anything else on it no module is found, and systemd-modules-load.service fails. Options belong to /etc/modprobe.d, comments on lines of their own.',
      '/etc/modules may have options behind the name where an init script reads it; where a file of modules-load.d is a link to it, as Debian has it, its lines are names, too.',
    ].join('\n'),
    basis: 'modules-load.d(5); systemd-modules-load hands the stripped line to kmod as a name.',
    bad: load('loop max_loop=64'),
    good: load('loop'),
  },
  checkDocument({ document, location }, report) {
    const isList = location.endsWith('/etc/modules');
    for (const [line, { tree, raw }] of document.lines.entries()) {
      if (tree.kind === 'comment' && tree.marker === ';' && isList) {
        const start = raw.indexOf(';');
        const edits = [{ line, span: { start, end: start + 1 }, newText: '#' }];
        const message = '`;` starts no comment in /etc/modules; write `#`';
        report({ line, span: { start, end: start + 1 }, message, fix: fix('Write "#"', edits) });
      }
      if (tree.kind !== 'name') continue;
      const found = look(tree, isList);
      if (found !== undefined) report(toFinding(found, line));
    }
  },
});

/** What stands on a line instead of a name. */
interface Slip {
  readonly span: Span;
  readonly message: string;
  /** What to write in the place of `replaced`; undefined where nobody knows. */
  readonly newText?: string;
  readonly replaced?: Span;
  readonly title?: string;
}

const commands: ReadonlySet<string> = new Set(['modprobe', 'insmod', ...directiveNames]);

function look({ words, name }: NameLine, isList: boolean): Slip | undefined {
  const [first, second] = words;
  if (first === undefined) return undefined;
  if (commands.has(baseOf(first)) && second !== undefined) return aCommand(first, second, name);
  const hash = words.findIndex(({ text }) => text.startsWith('#'));
  if (hash > 0) return aComment(words, hash, isList);
  if (words.slice(0, -1).some(({ text }) => /[,;]$/.test(text)) || /[,;]/.test(first.text))
    return severalNames(words);
  if (second !== undefined && !isList) return arguments_(words);
  return aFile(first);
}

function aCommand(first: LineWord, second: LineWord, name: LineWord): Slip {
  const base = baseOf(first);
  const isLoad = base === 'modprobe' || base === 'insmod';
  const remedy = isLoad ? 'write the name alone' : 'move the line to a file in /etc/modprobe.d';
  const message = `the whole line is taken for the name of a module, because this file is no script and no modprobe.d; ${remedy}`;
  if (!isLoad || second.text.startsWith('-') || commands.has(baseOf(second)))
    return { span: name.span, message };
  const replaced = { start: first.span.start, end: second.span.start };
  return { span: name.span, message, newText: '', replaced, title: `Remove "${first.text}"` };
}

function aComment(words: readonly LineWord[], hash: number, isList: boolean): Slip {
  const span = { start: words[hash]!.span.start, end: words.at(-1)!.span.end };
  const replaced = { start: words[hash - 1]!.span.end, end: span.end };
  const effect = isList ? 'handed to the module as options' : 'taken for a part of the name';
  const message = `the comment is ${effect}; put it on a line of its own`;
  return { span, message, newText: '', replaced, title: 'Remove the comment' };
}

function severalNames(words: readonly LineWord[]): Slip {
  const replaced = { start: words[0]!.span.start, end: words.at(-1)!.span.end };
  const names = words.flatMap(({ text }) => text.split(/[,;]/)).filter((name) => name !== '');
  const message = 'the whole line is taken for one name; give each module a line of its own';
  return {
    span: replaced,
    message,
    newText: names.join('\n'),
    replaced,
    title: 'Give each module a line of its own',
  };
}

function arguments_(words: readonly LineWord[]): Slip {
  const rest = words.slice(1);
  const span = { start: rest[0]!.span.start, end: rest.at(-1)!.span.end };
  if (!rest.some(({ text }) => text.includes('='))) return severalNames(words);
  const [name] = words;
  const options = rest.map(({ text }) => text).join(' ');
  const message = `the options are taken for a part of the name; write ${code(`options ${name!.text} ${options}`)} into a file in /etc/modprobe.d`;
  const replaced = { start: name!.span.end, end: span.end };
  return { span, message, newText: '', replaced, title: 'Remove the options' };
}

const suffix = /\.k?o(\.(gz|xz|zst))?$/;

function aFile(word: LineWord): Slip | undefined {
  const { text, span } = word;
  if (!suffix.test(text) && !text.startsWith('/')) return undefined;
  const newText = text.slice(text.lastIndexOf('/') + 1).replace(suffix, '');
  const message = `no module is called ${code(text)}, because the name has no path and no suffix; write ${code(newText)}`;
  return { span, message, newText, replaced: span, title: `Write "${newText}"` };
}

function baseOf({ text }: LineWord): string {
  return text.slice(text.lastIndexOf('/') + 1);
}

function toFinding({ span, message, newText, replaced, title }: Slip, line: number): DocumentFinding {
  if (newText === undefined || replaced === undefined || title === undefined) return { line, span, message };
  return { line, span, message, fix: fix(title, [{ line, span: replaced, newText }]) };
}

function fix(title: string, edits: NonNullable<DocumentFinding['fix']>['edits']) {
  return { title, safety: 'unsafe', edits } as const;
}
