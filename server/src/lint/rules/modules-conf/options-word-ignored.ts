import type { Word } from '../../../syntax/modules-conf/tree.ts';
import { code } from '../../message.ts';
import { conf, inDirectives, modulesConfRule, spanOfWords } from './support.ts';

export const optionsWordIgnored = modulesConfRule({
  id: 'options-word-ignored',
  severity: 'warning',
  fix: 'none',
  needs: [],
  docs: {
    summary: 'A word of `options` that is neither `NAME=VALUE` nor `-o NAME`.',
    why: [
      'modprobe hands the words of `options` to insmod up to the first that has no `=` and is not `-o`:',
      'that word and everything behind it are left out, without a message.',
    ].join('\n'),
    basis:
      'modutils 2.4, modprobe: the list of options ends at a word that is neither `-o NAME` nor has a `=`.',
    bad: conf('options usb-uhci debug 3'),
    good: conf('options usb-uhci debug=3'),
  },
  checkLine: inDirectives(['options'], ({ words }, _, report) => {
    const first = words[0]?.text === '-k' ? 2 : 1;
    for (let index = first; index < words.length; index++) {
      const word = words[index]!;
      if (word.text === '-o') {
        index++;
        continue;
      }
      if (!isPlain(word)) return;
      if (word.text.includes('=')) continue;
      const behind = index + 1 < words.length ? ' and everything behind it' : '';
      report({
        span: spanOfWords(words.slice(index)),
        message: `modprobe leaves out ${code(word.text)}${behind}, because it has no \`=\`; write \`NAME=VALUE\``,
        unnecessary: true,
      });
      return;
    }
  }),
});

/** Whether expansion would leave the word as it is; what a variable or a command gives may hold a `=`. */
function isPlain({ text, unterminated }: Word): boolean {
  return unterminated === undefined && !/[`$]/.test(text);
}
