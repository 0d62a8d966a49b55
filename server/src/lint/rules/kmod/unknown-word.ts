import { code } from '../../message.ts';
import { nearest } from '../../nearest.ts';
import type { LineFinding, LineFix } from '../../rule.ts';
import { blameOf } from './bad-line.ts';
import type { Dialect, KmodCommand, KmodLine } from './dialect.ts';

/** What there is to say about words that are no directives. */
export interface UnknownWordAdvice {
  /** @returns what to do about a word that is known to mean something, whatever directive it resembles. */
  known(tree: KmodCommand): string | undefined;
  /** @returns what to do about a word that resembles no directive. */
  otherwise(tree: KmodCommand): string | undefined;
}

/**
 * @returns the finding for a line that begins with no directive
 */
export function unknownWord(
  line: KmodLine,
  dialect: Dialect,
  { known, otherwise }: UnknownWordAdvice,
): LineFinding | undefined {
  const { tree } = line;
  if (tree.kind !== 'command' || blameOf(line, dialect) !== 'unknown-word') return undefined;
  const { text, span } = tree.command;
  const ignored = `${dialect.program} ignores this line, because`;
  const sign = commentSign(text);
  if (sign !== undefined) {
    const edits = [{ span: { start: 0, end: span.start + sign.length }, newText: '#' }];
    const fix: LineFix = { title: 'Write "#"', safety: 'unsafe', edits };
    return {
      span,
      message: `${ignored} ${code(sign)} starts no comment; write \`#\` in the first column`,
      fix,
    };
  }
  const advice = known(tree);
  const meant = advice === undefined ? nearest(text, dialect.directives) : undefined;
  if (meant === undefined) {
    const remedy = advice ?? otherwise(tree) ?? 'correct or remove it';
    return { span, message: `${ignored} ${code(text)} is no directive; ${remedy}` };
  }
  return {
    span,
    message: `${ignored} ${code(text)} is no directive; did you mean \`${meant}\`?`,
    fix: { title: `Write "${meant}"`, safety: 'unsafe', edits: [{ span, newText: meant }] },
  };
}

/** What starts a comment in other languages. */
function commentSign(text: string): string | undefined {
  return [';', '//', '--', '!'].find((sign) => text.startsWith(sign));
}
