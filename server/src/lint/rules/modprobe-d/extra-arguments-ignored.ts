import type { LineWord } from '../../../syntax/line-word.ts';
import { code } from '../../message.ts';
import type { LineFix } from '../../rule.ts';
import { conf, inDirectives, modprobeDRule } from './support.ts';

export const extraArgumentsIgnored = modprobeDRule({
  id: 'extra-arguments-ignored',
  severity: 'warning',
  fix: 'unsafe',
  needs: [],
  docs: {
    summary: 'Words behind the module of `blacklist` or `alias`, which are ignored.',
    why: 'Each takes one module. modprobe says nothing about further words: `blacklist a b` leaves `b` as it was.',
    basis: 'kmod reads as many words as the directive needs and does not look at the rest of the line.',
    bad: conf('blacklist pcspkr snd_pcsp'),
    good: conf('blacklist pcspkr', 'blacklist snd_pcsp'),
  },
  ...inDirectives(['alias', 'blacklist'], ({ directive, words }, report) => {
    const taken = directive === 'alias' ? 2 : 1;
    const extra = words.slice(taken);
    const [first] = extra;
    // What looks like a comment is another rule's.
    if (first === undefined || words.some(({ text }) => text.includes('#'))) return;
    const span = { start: first.span.start, end: extra.at(-1)!.span.end };
    const last = words[taken - 1]!;
    const fix = directive === 'blacklist' ? splitUp(last, extra) : remove(last, extra);
    const remedy = directive === 'blacklist' ? 'give each module a line of its own' : 'remove them';
    const message = `modprobe ignores the words behind ${code(last.text)}, because \`${directive}\` takes one module; ${remedy}`;
    report({ span, message, fix });
  }),
});

function splitUp(module: LineWord, extra: readonly LineWord[]): LineFix {
  const span = { start: module.span.end, end: extra.at(-1)!.span.end };
  const newText = extra.map(({ text }) => `\nblacklist ${text}`).join('');
  return { title: 'Give each module a line of its own', safety: 'unsafe', edits: [{ span, newText }] };
}

function remove(module: LineWord, extra: readonly LineWord[]): LineFix {
  const span = { start: module.span.end, end: extra.at(-1)!.span.end };
  return { title: 'Remove the words behind the module', safety: 'unsafe', edits: [{ span, newText: '' }] };
}
