import type { Parameter } from '../../../syntax/modprobe-d/tree.ts';
import type { Span } from '../../../text/span.ts';
import { code } from '../../message.ts';
import { conf, inDirectives, modprobeDRule } from './support.ts';

export const optionsSpacesAroundEquals = modprobeDRule({
  id: 'options-spaces-around-equals',
  severity: 'error',
  fix: 'safe',
  needs: [],
  docs: {
    summary: 'A blank before or behind the `=` of an option: `index = 1`.',
    why: 'The kernel cuts the options at blanks: `index = 1` is a parameter `index` without a value, one called `=` and one called `1`. The value does not arrive, and a parameter that needs one makes the kernel refuse the module.',
    basis: 'next_arg() of the kernel; kmod hands the options on as they are.',
    bad: conf('options snd_hda_intel index = 1'),
    good: conf('options snd_hda_intel index=1'),
  },
  ...inDirectives(['options'], ({ parameters }, report) => {
    for (let index = 0; index < parameters.length; index++) {
      const words = tornApart(parameters, index);
      if (words === undefined) continue;
      const span = { start: words[0]!.span.start, end: words.at(-1)!.span.end };
      const meant = words.map(({ text }) => text).join('');
      const edits = words.slice(1).map((word, at) => ({ span: gap(words[at]!, word), newText: '' }));
      report({
        span,
        message: `the kernel reads ${words.length} parameters here, because there are blanks around \`=\`; write ${code(meant)}`,
        fix: { title: `Write "${meant}"`, safety: 'safe', edits },
      });
      index += words.length - 1;
    }
  }),
});

/** @returns the words from `index` on that are one option with blanks around its `=`. */
function tornApart(words: readonly Parameter[], index: number): readonly Parameter[] | undefined {
  const [name, second, third] = words.slice(index, index + 3);
  if (name === undefined || second === undefined || !/^[\w-]+=?$/.test(name.text)) return undefined;
  const isValue = (word: Parameter | undefined) => word !== undefined && !/[=#]/.test(word.text);
  // `name=` alone is an empty value, and may be meant where a further option follows.
  if (name.text.endsWith('=')) return isValue(second) ? [name, second] : undefined;
  if (second.text === '=') return isValue(third) ? [name, second, third!] : [name, second];
  return /^=[^=]/.test(second.text) ? [name, second] : undefined;
}

function gap(left: Parameter, right: Parameter): Span {
  return { start: left.span.end, end: right.span.start };
}
