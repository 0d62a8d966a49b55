import { blameOf } from '../kmod/bad-line.ts';
import { depmodDialect } from './dialect.ts';
import { conf, depmodDRule } from './support.ts';

export const deprecatedDirective = depmodDRule({
  id: 'deprecated-directive',
  severity: 'error',
  fix: 'unsafe',
  needs: [],
  docs: {
    summary: '`include` and `make_map_files`, which depmod does not implement.',
    why: 'depmod of module-init-tools had them. Today they are passed over without a message: what was included is not read. Every `*.conf` in the directories of depmod.d is read by itself.',
    basis: 'depmod of kmod, since its first release; depmod.d(5) does not mention them.',
    bad: conf('make_map_files yes'),
    good: conf('search updates built-in'),
  },
  lines: ['fault'],
  checkLine(line, report) {
    const { tree, raw } = line;
    if (tree.kind !== 'command' || blameOf(line, depmodDialect) !== 'deprecated') return;
    const { text, span } = tree.command;
    const edits = [{ span: { start: 0, end: raw.length }, newText: '' }];
    report({
      span: { start: span.start, end: (tree.words.at(-1) ?? tree.command).span.end },
      message: `depmod no longer knows \`${text}\` and passes over this line; remove it`,
      fix: { title: 'Remove the line', safety: 'unsafe', edits },
    });
  },
});
