import { isSpace } from '../../../syntax/characters.ts';
import { type ConfLine, conf, modulesConfRule } from './support.ts';

export const hashInValue = modulesConfRule({
  id: 'hash-in-value',
  severity: 'warning',
  fix: 'none',
  needs: [],
  docs: {
    summary: 'A `#` inside quotes or inside a word, which still starts a comment.',
    why: [
      'modutils cuts every line at the first `#`, wherever it stands: inside quotes and inside words too.',
      'There is no way to write one in a value. In a command put the command into a script.',
    ].join('\n'),
    basis:
      'modutils 2.4 cuts comments off before it looks at words or quotes; modules.conf(5): everything behind `#` is ignored.',
    bad: conf('post-install sb echo "card#1 ready"'),
    good: conf('post-install sb echo "card 1 ready" # the first one'),
  },
  checkLine(line, report) {
    const { tree, comments, raw } = line;
    if (tree.kind !== 'directive' || comments === undefined) return;
    for (const { start, end } of comments) {
      const place = isInQuotes(line, start, end) ? 'quotes' : isInWord(raw, start) ? 'a word' : undefined;
      if (place === undefined) continue;
      report({
        span: { start, end },
        message: `\`#\` starts a comment even inside ${place}: modutils cuts the line here; write the value without it`,
      });
    }
  },
});

/** Whether the `#` has text right before and right behind it; `off# comment` is meant to be a comment. */
function isInWord(raw: string, hash: number): boolean {
  const after = raw.charCodeAt(hash + 1);
  const before = raw.charCodeAt(hash - 1);
  return hash > 0 && !isSpace(before) && !Number.isNaN(after) && !isSpace(after) && raw[hash + 1] !== '#';
}

/** Whether a quote is open before the `#` and closed behind it. */
function isInQuotes({ raw }: ConfLine, hash: number, end: number): boolean {
  let open = '';
  for (let at = 0; at < hash; at++) {
    const character = raw[at]!;
    if (open === '' && (character === '"' || character === "'")) open = character;
    else if (character === open && raw[at - 1] !== '\\') open = '';
  }
  return open !== '' && raw.slice(hash, end).includes(open);
}
