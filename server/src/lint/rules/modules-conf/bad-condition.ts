import type { Word } from '../../../syntax/modules-conf/tree.ts';
import { code } from '../../message.ts';
import type { LineEdit, LineFinding, LineFix } from '../../rule.ts';
import { type ConfLine, conf, inDirectives, modulesConfRule, partSpan } from './support.ts';

export const badCondition = modulesConfRule({
  id: 'bad-condition',
  severity: 'error',
  fix: 'unsafe',
  needs: [],
  docs: {
    summary:
      'A condition that modutils reads in another way than it is meant: an unknown operator, a `!` glued to a word, a missing operand.',
    why: [
      'modutils does not complain about a condition that it does not understand: an unknown operator makes it false,',
      'and a word that stands alone is true unless it is empty, `0` or `false`. So `if !0` and `if a==b` are always true.',
      '',
      'It knows `-k`, `-f FILE`, a single WORD, and `WORD OP WORD` with `==` `=` `!=` `<` `<=` `>` `>=`, as text or behind `-n` as numbers,',
      'each behind an optional `!`, with blanks between all of them.',
    ].join('\n'),
    basis:
      'modules.conf(5), `if`; modutils 2.4 compares the operator with its list and takes any other for false.',
    bad: conf('if `kernelversion`==2.4', 'alias usb-controller usb-uhci', 'endif'),
    good: conf('if `kernelversion` == 2.4', 'alias usb-controller usb-uhci', 'endif'),
  },
  checkLine: inDirectives(['if', 'elseif'], ({ name, words }, line, report) => {
    if (words.some((word) => word.unterminated !== undefined)) return;
    const fault = faultOf(words, line);
    if (fault !== undefined) report({ span: name.span, ...fault });
  }),
});

/** Without a span: the whole condition is missing. */
type Fault = Omit<LineFinding, 'span'> & Partial<Pick<LineFinding, 'span'>>;

const operators = new Set(['==', '=', '!=', '<', '<=', '>', '>=']);
const known = '`==` `!=` `<` `<=` `>` `>=`';

function faultOf(words: readonly Word[], line: ConfLine): Fault | undefined {
  const [not] = words;
  if (not === undefined)
    return {
      message:
        'modutils takes whatever an earlier line left in memory, because there is no condition; add one',
    };
  if (not.text !== '!') return not.text.startsWith('!') ? gluedNot(not, line) : faultOfTest(words, line);
  return words.length === 1
    ? { span: not.span, message: 'modutils takes a lone `!` for true; add the condition' }
    : faultOfTest(words.slice(1), line);
}

/** Looks at a condition without its `!`. */
function faultOfTest(words: readonly Word[], line: ConfLine): Fault | undefined {
  const first = words[0]!;
  if (first.text === '-k') return undefined;
  if (first.text === '-f') {
    const message = '`-f` needs the file to look for; add it';
    return words.length === 1 ? { span: first.span, message } : undefined;
  }
  const isNumeric = first.text === '-n';
  const [left, operator, right] = isNumeric ? words.slice(1) : words;
  if (left === undefined)
    return { span: first.span, message: '`-n` needs two numbers with an operator between them; add them' };
  if (operator === undefined) return faultOfWord(left, isNumeric, line);
  if (!operators.has(operator.text)) return badOperator(first, operator);
  if (right !== undefined) return undefined;
  const message = `modutils finds nothing to compare with behind ${code(operator.text)}; add it (\`""\` for nothing)`;
  return { span: operator.span, message };
}

function gluedNot(word: Word, line: ConfLine): Fault {
  const span = partSpan(line, word, 1, 1);
  return {
    span: word.span,
    message: `modutils takes ${code(word.text)} for a lone \`!\` and loses the rest of the word; put a blank behind the \`!\``,
    fix: fixOf('Put a blank behind the "!"', { span, newText: ' ' }),
  };
}

/** A word that stands alone. */
function faultOfWord(word: Word, isNumeric: boolean, line: ConfLine): Fault | undefined {
  const { text, span } = word;
  const operator = operatorIn(text);
  if (operator === undefined) {
    const message = `\`-n\` needs an operator and a second number behind ${code(text)}; add them`;
    return isNumeric ? { span, message } : undefined;
  }
  const { start, end } = operator;
  const sign = text.slice(start, end);
  const effect = isNumeric ? 'compares nothing' : 'is true unless it is empty, `0` or `false`';
  const message = `modutils takes ${code(text)} for one word, which ${effect}; put blanks around \`${sign}\``;
  if (end === text.length) return { span, message: `${message} and something to compare with behind it` };
  const blanks = [start, end].map((at) => ({ span: partSpan(line, word, at, at), newText: ' ' }));
  return { span, message, fix: fixOf(`Put blanks around "${sign}"`, ...blanks) };
}

/** The operator glued into a word, behind a first operand; quotes and commands are no operand's end. */
function operatorIn(text: string): { readonly start: number; readonly end: number } | undefined {
  const command = text.startsWith('`') ? text.indexOf('`', 1) : -1;
  for (let at = command + 1; at < text.length; at++) {
    if ('"\'`'.includes(text[at]!)) return undefined;
    if (at === 0) continue;
    const length = operators.has(text.slice(at, at + 2)) ? 2 : operators.has(text[at]!) ? 1 : 0;
    if (length > 0) return { start: at, end: at + length };
  }
  return undefined;
}

/** What other languages write, and whether they compare numbers with it. */
const foreignOperators = new Map<string, readonly [operator: string, numeric: boolean]>([
  ['===', ['==', false]],
  ['!==', ['!=', false]],
  ['<>', ['!=', false]],
  ['=>', ['>=', false]],
  ['=<', ['<=', false]],
  ['=!', ['!=', false]],
  ['eq', ['==', false]],
  ['ne', ['!=', false]],
  ['-eq', ['==', true]],
  ['-ne', ['!=', true]],
  ['-lt', ['<', true]],
  ['-le', ['<=', true]],
  ['-gt', ['>', true]],
  ['-ge', ['>=', true]],
]);

function badOperator(first: Word, operator: Word): Fault {
  if (first.text.startsWith('-') && first.text !== '-n') {
    const message = `modutils knows no test ${code(first.text)} and takes the condition for false; use \`-f\`, \`-n\` or \`-k\``;
    return { span: first.span, message };
  }
  const { span } = operator;
  const says = `modutils knows no operator ${code(operator.text)} and takes the condition for false`;
  const meant = foreignOperators.get(operator.text);
  if (meant === undefined) return { span, message: `${says}; use one of ${known}` };
  const [newText, numeric] = meant;
  const replace = { span, newText };
  const title = `Write "${newText}"`;
  if (!numeric || first.text === '-n')
    return { span, message: `${says}; write \`${newText}\``, fix: fixOf(title, replace) };
  const { start } = first.span;
  const addNumeric = { span: { start, end: start }, newText: '-n ' };
  const fix = fixOf(title, addNumeric, replace);
  return { span, message: `${says}; write \`${newText}\`, behind \`-n\` to compare numbers`, fix };
}

function fixOf(title: string, ...edits: readonly LineEdit[]): LineFix {
  return { title, safety: 'unsafe', edits };
}
