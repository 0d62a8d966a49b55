import type { DirectiveLine } from '../../../syntax/modules-conf/tree.ts';
import { code } from '../../message.ts';
import type { DocumentFinding } from '../../rule.ts';
import { eventsIn, readingOf } from './events.ts';
import { conditionalsOf, conf, modulesConfRule, spanOfWords } from './support.ts';

export const conditionalMisread = modulesConfRule({
  id: 'conditional-misread',
  severity: 'warning',
  fix: 'none',
  needs: [],
  docs: {
    summary:
      'A condition that modutils reads in another way than it looks: an inner `if` that is active in a branch that is not taken, `! -k`, words behind the condition or behind `else` and `endif`.',
    why: [
      'modutils looks only at the innermost level: inside a branch that is not taken an inner `if` is evaluated all the same, and when it is true its lines count.',
      'So `if 0`, `if 1`, `alias a b`, `endif`, `endif` does define the alias. Put both conditions on the inner branch, or do not nest.',
      '',
      '`! -k` is the same as `-k`: the `!` is ignored. Write `if -k`, `else` instead.',
      'There is no `&&`: what stands behind the first condition is ignored, and so is all that stands behind `else` and `endif`: `else if X` is `else`; write `elseif X`.',
    ].join('\n'),
    basis:
      'modutils 2.4: a line counts when the state of its own level is 1, whatever the enclosing levels say; `-k` is looked at before `!`.',
    bad: conf('if 0', 'if 1', 'alias eth0 eepro100', 'endif', 'endif'),
    good: conf('if 1', 'if 0', 'alias eth0 eepro100', 'endif', 'endif'),
  },
  checkDocument({ document, set }, report) {
    for (const { line, tree } of conditionalsOf(document)) {
      const hasCondition = tree.directive === 'if' || tree.directive === 'elseif';
      const ignored = hasCondition ? (ignoredNot(tree) ?? ignoredWords(tree)) : wordsBehind(tree);
      if (ignored !== undefined) report({ line, ...ignored });
    }
    if (set === undefined) return;
    const { uncertainBranches } = readingOf(set, document);
    for (const { origin } of eventsIn('active-in-inactive', set, document)) {
      if (uncertainBranches.has(origin.line)) continue;
      const message =
        'modutils reads this branch although the one around it is not taken, because it looks only at the innermost `if`; do not nest them';
      report({ line: origin.line, span: origin.span, message });
    }
  },
});

type Ignored = Pick<DocumentFinding, 'span' | 'message'>;

function ignoredNot({ words: [not, test] }: DirectiveLine): Ignored | undefined {
  if (not?.text !== '!' || test?.text !== '-k') return undefined;
  const message = 'modutils ignores the `!` before `-k`; write `if -k` and put the lines behind `else`';
  return { span: spanOfWords([not, test]), message };
}

/** Words behind a condition that is complete. */
function ignoredWords({ words }: DirectiveLine): Ignored | undefined {
  const test = words[0]?.text === '!' ? 1 : 0;
  const first = words[test]?.text;
  const length = first === '-k' ? 1 : first === '-f' ? 2 : first === '-n' ? 4 : 3;
  const extra = words.slice(test + length);
  if (extra.length === 0) return undefined;
  const written = code(extra.map((word) => word.text).join(' '));
  return {
    span: spanOfWords(extra),
    message: `modutils ignores ${written} behind the condition; write a second \`if\``,
  };
}

/** Words behind an `else` or `endif`, which takes none. */
function wordsBehind({ name, words }: DirectiveLine): Ignored | undefined {
  if (words.length === 0) return undefined;
  const written = code(words.map((word) => word.text).join(' '));
  const advice = name.text === 'else' && words[0]?.text === 'if' ? 'write `elseif`' : 'remove it';
  return {
    span: spanOfWords(words),
    message: `modutils ignores ${written} behind ${code(name.text)}; ${advice}`,
  };
}
