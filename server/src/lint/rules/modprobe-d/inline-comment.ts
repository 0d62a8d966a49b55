import type { LineWord } from '../../../syntax/line-word.ts';
import type { CommandLine } from '../../../syntax/modprobe-d/tree.ts';
import type { LineFinding } from '../../rule.ts';
import { conf, isDirective, modprobeDRule, readDirectives } from './support.ts';

export const inlineComment = modprobeDRule({
  id: 'inline-comment',
  severity: 'error',
  fix: 'safe',
  needs: [],
  docs: {
    summary: 'A `#` behind a directive, which starts no comment there.',
    why: [
      'Only a `#` in the first column starts a comment. Behind `options` the words of the comment are passed to the kernel as parameters, behind `softdep` they are modules, and where a name is expected `#` is the name;',
      'behind `blacklist` and `alias` they are ignored, so far without harm. In an `install` or `remove` command the shell knows comments, so a `#` there is not reported, unless the command is nothing but one.',
    ].join('\n'),
    basis: 'kmod tests only the first character of a line for `#`.',
    bad: conf('options snd_hda_intel index=1 # the HDMI output'),
    good: conf('# the HDMI output', 'options snd_hda_intel index=1'),
  },
  lines: readDirectives,
  checkLine({ tree, text }, report) {
    if (tree.kind !== 'command' || !text.includes('#')) return;
    const finding = look(tree);
    if (finding !== undefined) report(finding);
  },
});

/** The words in which a `#` is no comment; `needed` of them must stay for the line to say something. */
interface Words {
  readonly words: readonly LineWord[];
  readonly needed: number;
  /** What becomes of the comment. */
  readonly effect: string;
  /** Whether a `#` inside a word cuts it, as where the word is a name. */
  readonly areNames: boolean;
}

function look(tree: CommandLine): LineFinding | undefined {
  const found = wordsOf(tree);
  const { words, needed, effect, areNames } = found ?? { words: [], needed: 0, effect: '', areNames: false };
  const index = words.findIndex(({ text }) => text.startsWith('#') || (areNames && text.includes('#')));
  const word = words[index];
  if (word === undefined) return undefined;
  const hash = word.text.indexOf('#');
  const start = word.spanOf(hash, hash + 1).start;
  const { end } = words.at(-1)!.span;
  const message = `\`#\` starts no comment behind a directive: ${effect}; put the comment on a line of its own`;
  const remains = hash > 0 ? index + 1 : index;
  if (remains < needed) return { span: { start, end }, message };
  const before = hash > 0 ? start : (words[index - 1]?.span.end ?? start);
  const edits = [{ span: { start: before, end }, newText: '' }];
  return { span: { start, end }, message, fix: { title: 'Remove the comment', safety: 'safe', edits } };
}

function wordsOf(tree: CommandLine): Words | undefined {
  if (isDirective(tree, 'alias', 'blacklist')) {
    const needed = tree.directive === 'alias' ? 2 : 1;
    const isName = tree.words.findIndex(({ text }) => text.includes('#')) < needed;
    const effect = isName ? 'modprobe takes it for a name' : 'modprobe ignores the words';
    return { words: tree.words, needed, effect, areNames: true };
  }
  if (isDirective(tree, 'options')) {
    const words = tree.parameters;
    return { words, needed: 1, effect: 'modprobe hands the words to the module', areNames: false };
  }
  const effect = 'modprobe takes the words for modules';
  if (isDirective(tree, 'softdep')) {
    const words = [...tree.ignored, ...tree.sections.flatMap(({ marker, modules }) => [marker, ...modules])];
    return { words, needed: 1, effect, areNames: true };
  }
  if (isDirective(tree, 'weakdep')) return { words: tree.modules, needed: 1, effect, areNames: true };
  if (isDirective(tree, 'install', 'remove') && tree.argument?.text.trimStart().startsWith('#')) {
    const effect = 'the whole command is a comment for the shell, which does nothing';
    return { words: [tree.argument], needed: 1, effect, areNames: true };
  }
  return undefined;
}
