import type { Expansion } from '../../expand/expansion.ts';
import { compareBytes } from '../../files/compare-bytes.ts';
import type { FileSystem } from '../../files/file-system.ts';
import { isSpace } from '../../syntax/characters.ts';
import type { DirectiveLine } from '../../syntax/modules-conf/tree.ts';

/** What the expression of an `if` or `elseif` may ask for. */
export interface ConditionContext {
  readonly files: FileSystem;
  readonly autoclean: boolean;
  readonly expand: (text: string) => Expansion;
}

export interface Condition {
  /** Undefined: nobody can know without running something. */
  readonly value: boolean | undefined;
  /** An operator that modutils does not have: the comparison is false. */
  readonly unknownOperator?: string;
}

/**
 * Evaluates the expression of an `if` or `elseif` as modutils does. A word that begins with `!` negates what follows it
 * (the rest of that word is lost); `-k`, `-f` and `-n` are prefixes too; `!` has no effect on `-k`.
 */
export function evaluateCondition(line: DirectiveLine, context: ConditionContext): Condition {
  const { words, argument } = line;
  const negated = argument.text.startsWith('!');
  let index = negated ? 1 : 0;
  const text = (at: number): string => words[at]?.text ?? '';
  const textFrom = (at: number): string => {
    const word = words[at];
    return word === undefined ? '' : argument.text.slice(word.start - argument.start);
  };
  if (text(index).startsWith('-k')) return { value: context.autoclean };
  if (text(index).startsWith('-f')) {
    const exists = isReadable(textFrom(index + 1), context);
    return { value: exists === undefined ? undefined : exists !== negated };
  }
  const numeric = text(index).startsWith('-n');
  if (numeric) index++;
  const condition =
    words[index + 1] === undefined
      ? { value: isTruthy(context.expand(text(index))) }
      : compare(text(index), text(index + 1), textFrom(index + 2), numeric, context);
  if (!negated || condition.value === undefined) return condition;
  return { ...condition, value: !condition.value };
}

function isReadable(argument: string, context: ConditionContext): boolean | undefined {
  const expansion = context.expand(argument);
  if (!expansion.known) return undefined;
  return context.files.stat(expansion.words[0] ?? argument) !== undefined;
}

function isTruthy(expansion: Expansion): boolean | undefined {
  if (!expansion.known) return undefined;
  const word = expansion.words[0] ?? '';
  return word !== '' && word !== '0' && word !== 'false';
}

const operators: ReadonlyMap<string, (order: number) => boolean> = new Map([
  ['==', (order) => order === 0],
  ['=', (order) => order === 0],
  ['!=', (order) => order !== 0],
  ['<', (order) => order < 0],
  ['<=', (order) => order <= 0],
  ['>', (order) => order > 0],
  ['>=', (order) => order >= 0],
]);

function compare(
  left: string,
  operator: string,
  right: string,
  numeric: boolean,
  context: ConditionContext,
): Condition {
  const decide = operators.get(operator);
  if (decide === undefined) return { value: false, unknownOperator: operator };
  const [first, second] = [context.expand(left), context.expand(right)];
  if (!first.known || !second.known) return { value: undefined };
  const [a, b] = [first.words[0] ?? '', second.words[0] ?? ''];
  return { value: decide(numeric ? parseLong(a) - parseLong(b) : compareBytes(a, b)) };
}

/** strtol(3) with base 0 and a long of 32 bits: what follows the number is ignored, no number is 0. */
function parseLong(text: string): number {
  let at = 0;
  while (isSpace(text.charCodeAt(at))) at++;
  const negative = text[at] === '-';
  if (negative || text[at] === '+') at++;
  const hexadecimal = text[at] === '0' && (text[at + 1] === 'x' || text[at + 1] === 'X');
  const base = hexadecimal ? 16 : text[at] === '0' ? 8 : 10;
  if (hexadecimal) at += 2;
  let value = 0;
  for (; at < text.length; at++) {
    const digit = Number.parseInt(text[at]!, base);
    if (Number.isNaN(digit)) break;
    value = Math.min(value * base + digit, 2 ** 31);
  }
  return negative ? -value : Math.min(value, 2 ** 31 - 1);
}
