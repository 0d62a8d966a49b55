import { conf, inDirectives, listDirectives, modulesConfRule } from './support.ts';

export const addPrefix = modulesConfRule({
  id: 'add-prefix',
  severity: 'warning',
  fix: 'safe',
  needs: [],
  docs: {
    summary: 'An `add` glued to its directive: `addoptions`.',
    why: [
      'modutils takes the three letters `add` off the start of any line, so `addoptions sb irq=5` works like `add options sb irq=5`.',
      'No manual page says so, and whoever reads the file will take it for a mistake.',
    ].join('\n'),
    basis:
      'modutils 2.4 compares the first three letters, not the first word, with `add`; modules.conf(5) writes `add options`.',
    bad: conf('addoptions sb irq=5'),
    good: conf('add options sb irq=5'),
  },
  checkLine: inDirectives(listDirectives, ({ add, name }, _, report) => {
    if (add?.glued !== true) return;
    const { end } = add.span;
    report({
      span: { start: add.span.start, end: name.span.end },
      message: `modutils reads \`add${name.text}\` as \`add ${name.text}\`; write it so`,
      fix: {
        title: 'Put a blank behind "add"',
        safety: 'safe',
        edits: [{ span: { start: end, end }, newText: ' ' }],
      },
    });
  }),
});
