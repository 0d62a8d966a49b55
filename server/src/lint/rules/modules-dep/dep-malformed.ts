import type { EntryLine } from '../../../syntax/modules-dep/tree.ts';
import type { LineEdit } from '../../rule.ts';
import { type DepLine, dep24, modulesDepRule } from './support.ts';

export const depMalformed = modulesDepRule({
  id: 'dep-malformed',
  severity: 'error',
  fix: 'safe',
  needs: [],
  docs: {
    summary: 'A line without a colon right behind its first word.',
    why: [
      'modprobe of kernel 2.4 answers `line N: Invalid dependency`, reads no further and loads nothing at all, also where only a blank stands before the colon.',
      'Readers of newer files pass over a line without a colon: its module has no dependencies for them.',
    ].join('\n'),
    basis:
      'modutils 2.4, reading of modules.dep: the target ends at the first blank or colon, and a colon must follow; modules.dep(5).',
    bad: dep24('kernel/fs/msdos/msdos.o : kernel/fs/fat/fat.o', 'kernel/fs/fat/fat.o:'),
    good: dep24('kernel/fs/msdos/msdos.o: kernel/fs/fat/fat.o', 'kernel/fs/fat/fat.o:'),
  },
  checkDocument({ document }, report) {
    for (const [line, { tree }] of document.lines.entries()) {
      if (tree.kind !== 'entry') continue;
      const fault = faultOf(tree);
      if (fault === undefined) continue;
      const effect = effectOf(tree, document.loaderLineNumber(line));
      const edit = repair(tree, document.lines[line]!);
      report({
        line,
        span: tree.target.text === '' ? (tree.colon ?? tree.target.span) : tree.target.span,
        message: `${effect}, because ${fault}`,
        ...(edit !== undefined && {
          fix: { title: 'Put the colon right behind the module', safety: 'safe', edits: [{ line, ...edit }] },
        }),
      });
    }
  },
});

function effectOf({ generation, malformed }: EntryLine, number: number): string {
  if (generation !== '2.6')
    return `modprobe answers \`line ${number}: Invalid dependency\` and then loads nothing`;
  return malformed === 'space-before-colon'
    ? 'depmod never writes such a line, and not every reader understands it'
    : 'readers pass over this line';
}

function faultOf({ target, malformed }: EntryLine): string | undefined {
  if (malformed === 'space-before-colon') return 'a blank stands before the colon; remove it';
  if (malformed === 'no-colon') return 'no colon follows the module; put one there';
  return target.text === '' ? 'no module stands before the colon; add it' : undefined;
}

/** Only where the first word is the file of a module, and nothing but blanks stands in between. */
function repair({ target, colon, generation, malformed }: EntryLine, { raw }: DepLine): LineEdit | undefined {
  if (malformed === undefined || generation === undefined) return undefined;
  const start = target.span.end;
  if (colon === undefined) return { span: { start, end: start }, newText: ':' };
  const isBlank = raw.slice(start, colon.start).trim() === '';
  return isBlank ? { span: { start, end: colon.start }, newText: '' } : undefined;
}
