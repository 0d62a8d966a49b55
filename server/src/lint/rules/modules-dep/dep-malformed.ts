import type { EntryLine } from '../../../syntax/modules-dep/tree.ts';
import type { DocumentFinding, LineEdit } from '../../rule.ts';
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
      const described = describe(tree, document.loaderLineNumber(line));
      if (described === undefined) continue;
      const edit = repair(tree, document.lines[line]!);
      report({
        line,
        span: tree.target.text === '' ? (tree.colon ?? tree.target.span) : tree.target.span,
        ...described,
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

function describe(
  tree: EntryLine,
  number: number,
): Pick<DocumentFinding, 'message' | 'severity'> | undefined {
  const { target, malformed } = tree;
  if (malformed !== undefined) {
    const fault =
      malformed === 'space-before-colon'
        ? 'a blank stands before the colon; remove it'
        : 'no colon follows the module; put one there';
    return { message: `${effectOf(tree, number)}, because ${fault}` };
  }
  if (target.text !== '') return undefined;
  return {
    message: 'no module stands before the colon, so this line is never used; remove it',
    severity: 'warning',
  };
}

/** Only where the first word is the file of a module, and nothing but blanks stands in between. */
function repair({ target, colon, generation, malformed }: EntryLine, { raw }: DepLine): LineEdit | undefined {
  if (malformed === undefined || generation === undefined) return undefined;
  const start = target.span.end;
  if (colon === undefined) return { span: { start, end: start }, newText: ':' };
  const isBlank = raw.slice(start, colon.start).trim() === '';
  return isBlank ? { span: { start, end: colon.start }, newText: '' } : undefined;
}
