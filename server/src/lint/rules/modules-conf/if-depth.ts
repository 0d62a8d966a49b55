import { maximumLevels } from '../../../loaders/modutils/conditionals.ts';
import { eventsIn } from './events.ts';
import { modulesConfRule } from './support.ts';

export const ifDepth = modulesConfRule({
  id: 'if-depth',
  severity: 'error',
  fix: 'none',
  needs: ['set'],
  docs: {
    summary: 'More than 20 levels of `if`.',
    why: "modutils stops reading at the 21st level with `Too many nested if's`: the rest of the file is lost, and modprobe loads nothing.",
    basis: "modutils 2.4: a table of 20 levels for each file, `Too many nested if's`.",
    bad: { files: { '/etc/modules.conf': nested(maximumLevels + 1) } },
    good: { files: { '/etc/modules.conf': nested(maximumLevels) } },
  },
  checkDocument({ document, set }, report) {
    for (const { origin } of eventsIn('stopped', set, document)) {
      const { tree } = document.line(origin.line);
      if (tree.kind !== 'directive' || tree.directive !== 'if') continue;
      const message = `modutils stops reading here and modprobe loads nothing, because this is more than ${maximumLevels} levels of \`if\`; nest less deeply`;
      report({ line: origin.line, span: tree.name.span, message });
    }
  },
});

function nested(depth: number): string {
  return `${'if 1\n'.repeat(depth)}alias eth0 eepro100\n${'endif\n'.repeat(depth)}`;
}
