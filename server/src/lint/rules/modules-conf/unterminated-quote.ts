import type { DirectiveLine, Word } from '../../../syntax/modules-conf/tree.ts';
import { code } from '../../message.ts';
import { commandDirectives, conf, modulesConfRule, partSpan } from './support.ts';

export const unterminatedQuote = modulesConfRule({
  id: 'unterminated-quote',
  severity: 'error',
  fix: 'none',
  needs: [],
  docs: {
    summary: 'A quote that is not closed on its line.',
    why: [
      'modutils looks for the closing quote past the end of the line, in whatever an earlier, longer line left in its buffer.',
      'What becomes of the word is arbitrary. A backslash before the same quote keeps it from closing, and a quote opens even behind a backslash.',
      'A `#` cuts the line also inside quotes; that is the usual reason (see `hash-in-value`).',
    ].join('\n'),
    basis: 'modutils 2.4, reading of words: the end of the line does not end a quoted word.',
    bad: conf('options msp3400 name="tv card'),
    good: conf('options msp3400 name="tv card"'),
  },
  checkLine(line, report) {
    const { tree } = line;
    if (tree.kind !== 'directive') return;
    for (const word of readWords(tree)) {
      const { unterminated, text } = word;
      if (unterminated === undefined) continue;
      report({
        span: partSpan(line, word, openQuote(text), text.length),
        message: `modutils reads past the end of the line to close this ${code(unterminated)}, and what it takes is arbitrary; close the quote`,
      });
    }
  },
});

/** The words that modutils itself reads; commands are for the shell, and `keep`, `else` and `endif` read nothing. */
function readWords({ directive, words }: DirectiveLine): readonly Word[] {
  if (directive === undefined || unread.has(directive)) return [];
  return (commandDirectives as readonly string[]).includes(directive) ? words.slice(0, 1) : words;
}

const unread = new Set<DirectiveLine['directive']>(['keep', 'else', 'endif', 'insmod_opt']);

/** @returns the offset of the quote that the word's end finds open. */
function openQuote(text: string): number {
  for (let at = 0; at < text.length; at++) {
    if (!quotes.includes(text[at]!)) continue;
    let close = text.indexOf(text[at]!, at + 1);
    while (close !== -1 && text[close - 1] === '\\') close = text.indexOf(text[at]!, close + 1);
    if (close === -1) return at;
    at = close;
  }
  return 0;
}

const quotes = '"\'`';
