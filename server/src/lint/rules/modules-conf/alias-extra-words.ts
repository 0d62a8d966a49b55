import { isPlain } from '../../../expand/expand.ts';
import type { DirectiveLine } from '../../../syntax/modules-conf/tree.ts';
import type { Span } from '../../../text/span.ts';
import { code } from '../../message.ts';
import { conf, inDirectives, modulesConfRule, partSpan } from './support.ts';

export const aliasExtraWords = modulesConfRule({
  id: 'alias-extra-words',
  severity: 'warning',
  fix: 'unsafe',
  needs: [],
  docs: {
    summary: 'An `alias` names more than one module.',
    why: [
      'modutils keeps all the words but uses only the first one: the others are never loaded.',
      'To load several modules for one name use `probeall`, to load one on top of another use `above`.',
    ].join('\n'),
    basis:
      'modules.conf(5), `alias`; modutils 2.4: only the first word of the expansion of an alias is followed.',
    bad: conf('alias eth0 eepro100 mii'),
    good: conf('alias eth0 eepro100', 'above eepro100 mii'),
  },
  checkLine: inDirectives(['alias'], (tree, line, report) => {
    const extra = wordsBehindTarget(tree);
    if (extra === undefined) return;
    const { target, from } = extra;
    const { argument } = tree;
    const to = argument.text.length;
    report({
      span: partSpan(line, argument, from, to),
      message: `\`alias\` uses only ${code(argument.text.slice(target.start, target.end))} and ignores the words behind it; remove them, or use \`probeall\` to load several modules`,
      fix: {
        title: 'Remove the words behind the first module',
        safety: 'unsafe',
        edits: [{ span: partSpan(line, argument, target.end, to), newText: '' }],
      },
    });
  }),
});

/**
 * Text without metacharacters is cut at blanks, tabs and newlines only: a \r or \v is part of a word.
 *
 * @returns where the target stands in the argument and where the words behind it begin; undefined if there are none
 */
function wordsBehindTarget({ argument, words }: DirectiveLine): { target: Span; from: number } | undefined {
  const [, first, second] = words;
  if (first === undefined || second === undefined) return undefined;
  const { text } = argument;
  const start = first.start - argument.start;
  if (!isPlain(text, start) || text.includes('=', start)) {
    return { target: { start, end: start + first.text.length }, from: second.start - argument.start };
  }
  let end = start;
  while (end < text.length && !isBlank(text[end])) end++;
  let from = end;
  while (isBlank(text[from])) from++;
  return from === text.length ? undefined : { target: { start, end }, from };
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t' || character === '\n';
}
