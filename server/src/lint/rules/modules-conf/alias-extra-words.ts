import { code } from '../../message.ts';
import { conf, inDirectives, modulesConfRule, spanOfWords } from './support.ts';

export const aliasExtraWords = modulesConfRule({
  id: 'alias-extra-words',
  severity: 'warning',
  fix: 'unsafe',
  needs: [],
  docs: {
    summary: 'An `alias` names more than one module.',
    why: [
      'modutils keeps all the words but uses only the first one: the others are never loaded.',
      'To load several modules for one name use `probeall`, to load one on top of another use `above`.',
    ].join('\n'),
    basis:
      'modules.conf(5), `alias`; modutils 2.4: only the first word of the expansion of an alias is followed.',
    bad: conf('alias eth0 eepro100 mii'),
    good: conf('alias eth0 eepro100', 'above eepro100 mii'),
  },
  checkLine: inDirectives(['alias'], ({ words }, _, report) => {
    const [, target, ...extra] = words;
    if (target === undefined || extra.length === 0) return;
    const end = target.span.end;
    const span = spanOfWords(extra);
    report({
      span,
      message: `\`alias\` uses only ${code(target.text)} and ignores the words behind it; remove them, or use \`probeall\` to load several modules`,
      fix: {
        title: 'Remove the words behind the first module',
        safety: 'unsafe',
        edits: [{ span: { start: end, end: span.end }, newText: '' }],
      },
    });
  }),
});
