import { code } from '../../message.ts';
import { unknownNamesIn } from './known-names.ts';
import { confOn, modprobeDRule } from './support.ts';
import { namesOf } from './tree-names.ts';

const tree = { 'modules.dep': ['kernel/net/netfilter/xt_TCPMSS.ko:'] };

export const moduleNameCase = modprobeDRule({
  id: 'module-name-case',
  severity: 'warning',
  fix: 'unsafe',
  needs: ['set', 'tree'],
  docs: {
    summary: 'A module whose name differs in upper and lower case only.',
    why: 'Names of modules are compared letter by letter. The line is for a module that does not exist, and modprobe says nothing.',
    basis: 'kmod compares names by strcmp(3) and fnmatch(3) without flags.',
    bad: confOn(tree, 'blacklist xt_tcpmss'),
    good: confOn(tree, 'blacklist xt_TCPMSS'),
  },
  checkDocument({ document, set, tree }, report) {
    for (const { line, word, name } of unknownNamesIn(document, set, tree)) {
      const meant = namesOf(tree).inOtherCase(name);
      if (meant === undefined) continue;
      const { text, span } = word;
      report({
        line,
        span,
        message: `there is no module ${code(text)}, but ${code(meant)}; upper and lower case count`,
        fix: { title: `Write "${meant}"`, safety: 'unsafe', edits: [{ line, span, newText: meant }] },
      });
    }
  },
});
