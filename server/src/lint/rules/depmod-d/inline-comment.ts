import { conf, depmodDRule } from './support.ts';

/** How many words each directive needs; only `override` reads no more than that. */
const needed: Readonly<Record<string, number>> = { override: 3, external: 2 };

export const inlineComment = depmodDRule({
  id: 'inline-comment',
  severity: 'error',
  fix: 'safe',
  needs: [],
  docs: {
    summary: 'A `#` behind a directive, which starts no comment there.',
    why: 'Only a `#` in the first column starts a comment. Behind `search`, `external` and `exclude` the words of the comment are directories; behind `override` they are ignored.',
    basis: 'depmod tests only the first character of a line for `#`.',
    bad: conf('search updates built-in # ours first'),
    good: conf('# ours first', 'search updates built-in'),
  },
  lines: ['exclude', 'external', 'override', 'search'],
  checkLine({ tree }, report) {
    if (tree.kind !== 'command' || tree.fault !== undefined) return;
    const { words, directive = '', command } = tree;
    const index = words.findIndex(({ text }) => text.startsWith('#'));
    if (index === -1) return;
    const span = { start: words[index]!.span.start, end: words.at(-1)!.span.end };
    const isIgnored = directive === 'override' && index >= 3;
    const effect = isIgnored ? 'depmod ignores the words' : 'depmod takes the words for directories';
    const message = `\`#\` starts no comment behind a directive: ${effect}; put the comment on a line of its own`;
    const start = (words[index - 1] ?? command).span.end;
    const edits = [{ span: { start, end: span.end }, newText: '' }];
    // Without what stands before it the line would be a bad one.
    if (index < (needed[directive] ?? 1)) report({ span, message });
    else report({ span, message, fix: { title: 'Remove the comment', safety: 'safe', edits } });
  },
});
