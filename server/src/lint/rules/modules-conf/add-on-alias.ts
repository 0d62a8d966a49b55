import type { DirectiveName } from '../../../syntax/modules-conf/tree.ts';
import { conf, listDirectives, modulesConfRule } from './support.ts';

export const addOnAlias = modulesConfRule({
  id: 'add-on-alias',
  severity: 'warning',
  fix: 'safe',
  needs: [],
  docs: {
    summary: 'An `add` before a directive that it has no effect on, such as `alias`.',
    why: [
      'Only the lists `above`, `below`, `options`, `probe`, `probeall` and `prune` can be added to.',
      'Before anything else modutils takes the `add` off and does what the rest says: an `add alias` replaces the alias, an `add path` drops the default paths.',
    ].join('\n'),
    basis: 'modules.conf(5) allows `add` before six directives; modutils 2.4 ignores it before the others.',
    bad: conf('add alias eth0 eepro100'),
    good: conf('alias eth0 eepro100', 'add options eepro100 debug=1'),
  },
  checkLine({ tree }, report) {
    if (tree.kind !== 'directive' || tree.add === undefined || tree.directive === undefined) return;
    if (lists.has(tree.directive)) return;
    const edit = { span: { start: tree.add.span.start, end: tree.name.span.start }, newText: '' };
    report({
      span: tree.add.span,
      message: `\`add\` has no effect before \`${tree.name.text}\`: ${effect(tree.directive)}; remove it`,
      fix: { title: 'Remove "add"', safety: 'safe', edits: [edit] },
    });
  },
});

const lists = new Set<DirectiveName>(listDirectives);

function effect(directive: DirectiveName): string {
  if (directive === 'alias') return 'modutils replaces an earlier alias of the same name';
  if (directive === 'path') return 'modutils adds to the default paths only behind `keep`';
  return 'modutils reads the line as if it were not there';
}
