import { showExpansion } from '../../../expand/expansion.ts';
import type { DirectiveLine, Word } from '../../../syntax/modules-conf/tree.ts';
import { code } from '../../message.ts';
import { eventsIn, isUncertain, nameOrigin, relatedPlace, relatedTo } from './events.ts';
import { conf, modulesConfRule } from './support.ts';

export const aliasOverridden = modulesConfRule({
  id: 'alias-overridden',
  severity: 'info',
  fix: 'none',
  needs: ['set'],
  docs: {
    summary: 'An `alias` that replaces an earlier one of the same name, or a built-in one.',
    why: [
      'Only the last alias of a name counts. Over a built-in one that is what the directive is for;',
      'over one of the same configuration it is often a leftover, and the earlier line is dead.',
    ].join('\n'),
    basis: 'modules.conf(5), `alias`; modutils 2.4 replaces the value and keeps the place of the first.',
    bad: conf('alias eth1 ne', 'alias eth1 eepro100'),
    good: conf('alias eth1 ne', 'alias eth2 eepro100'),
  },
  checkDocument({ location, document, set }, report) {
    for (const { origin, list, old } of eventsIn('replaced', set, document)) {
      const { tree } = document.line(origin.line);
      const key = tree.kind === 'directive' ? tree.words[0] : undefined;
      const [first] = old.parts;
      if (list !== 'alias' || key === undefined || first === undefined || tree.kind !== 'directive') continue;
      if (isUncertain(first.origin, set)) continue;
      const before = showExpansion(old.value);
      const isSame = before === textBehind(key, tree);
      const isBuiltIn = first.origin.kind !== 'file';
      // That is reported by `alias-same-as-builtin`.
      if (isSame && isBuiltIn) continue;
      const where = isBuiltIn ? 'the built-in' : `the alias of ${nameOrigin(first.origin, document)}`;
      report({
        line: origin.line,
        span: key.span,
        message: isSame
          ? `this repeats the alias of ${nameOrigin(first.origin, document)}; remove one of them`
          : `this replaces ${where}, ${code(key.text)} → ${code(before)}${isBuiltIn ? '' : '; remove the one that is not meant'}`,
        ...relatedTo(relatedPlace(first.origin, 'this alias is replaced', { location, document })),
      });
    }
  },
});

/** What stands behind the name of an alias, as it is written. */
function textBehind(name: Word, { argument }: DirectiveLine): string {
  return argument.text.slice(name.start + name.text.length - argument.start).trim();
}
