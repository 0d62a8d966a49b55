import { wordParts } from '../../../syntax/modules-conf/word-parts.ts';
import { conf, expandedText, modulesConfRule, partSpan } from './support.ts';

export const tildeNotExpanded = modulesConfRule({
  id: 'tilde-not-expanded',
  severity: 'warning',
  fix: 'none',
  needs: [],
  docs: {
    summary: 'A `~` at the start of a path.',
    why: [
      'modutils before 2.3.20 handed values to a shell without quotes, which put a home directory in the place of `~`.',
      'Since then they are quoted: the `~` stays, and the directory would literally be called `~`.',
    ].join('\n'),
    basis:
      'modutils 2.3.20 and later, meta_expand: the text is put between double quotes before a shell sees it.',
    bad: conf('keep', 'path[net]=~p/mymodules'),
    good: conf('keep', 'path[net]=/home/p/mymodules'),
  },
  checkLine(line, report) {
    const { tree } = line;
    if (tree.kind !== 'directive') return;
    const expanded = expandedText(tree);
    if (expanded === undefined || !expanded.text.includes('~')) return;
    for (const word of tree.words) {
      if (word.start < expanded.start) continue;
      const tilde = wordParts(word.text)[0];
      if (tilde?.kind !== 'tilde') continue;
      const next = word.text[tilde.end];
      if (next !== undefined && next !== '/') continue;
      report({
        span: partSpan(line, word, tilde.start, tilde.end),
        message: `\`${tilde.value}\` stays as it is: modutils since 2.3.20 does not expand it; write the directory out`,
      });
    }
  },
});
