import { maximumLevels } from '../../../loaders/modutils/conditionals.ts';
import { conditionalsOf, conf, modulesConfRule, type PlacedDirective } from './support.ts';

export const unbalancedIf = modulesConfRule({
  id: 'unbalanced-if',
  severity: 'error',
  fix: 'none',
  needs: [],
  docs: {
    summary: 'An `endif`, `else` or `elseif` without its `if`, an `if` without `endif`, a second `else`.',
    why: [
      'At an `endif`, `else` or `elseif` without an `if` modutils stops reading: the rest of the file is lost, and modprobe loads nothing.',
      'A missing `endif` is an error at the end of the file. Each file closes its own: an `endif` in an included file does not count.',
      'A second `else` is no error for modutils: it turns the branch on and off again, so the branches before and behind it are both read.',
    ].join('\n'),
    basis:
      'modutils 2.4: `unmatched endif in line N`, `else without if in line N`, `missing endif at FILE EOF`; `else` inverts the state of its level.',
    bad: conf('if -f /etc/sound', 'alias sound-slot-0 sb'),
    good: conf('if -f /etc/sound', 'alias sound-slot-0 sb', 'endif'),
  },
  checkDocument({ document }, report) {
    const open: { readonly opening: PlacedDirective; hasElse: boolean }[] = [];
    for (const placed of conditionalsOf(document)) {
      const { line, tree } = placed;
      const { span } = tree.name;
      const { directive } = tree;
      if (directive === 'if') {
        open.push({ opening: placed, hasElse: false });
        // modutils stops reading here, as `if-depth` says, and never misses an `endif`.
        if (open.length > maximumLevels) return;
        continue;
      }
      const level = open.at(-1);
      if (level === undefined) {
        const message = `modutils stops reading here and modprobe loads nothing, because \`${directive}\` has no \`if\`; remove it`;
        report({ line, span, message });
      } else if (directive === 'endif') {
        open.pop();
      } else if (level.hasElse) {
        report({ line, span, message: describeBehindElse(directive === 'else') });
      } else if (directive === 'else') {
        level.hasElse = true;
      }
    }
    for (const { opening } of open) {
      const message =
        'modutils misses the `endif` of this `if` at the end of the file and modprobe then loads nothing; add it';
      report({ line: opening.line, span: opening.tree.name.span, message });
    }
  },
});

function describeBehindElse(isElse: boolean): string {
  return isElse
    ? 'a second `else` only inverts the first, so modutils reads the branch before it again; remove it'
    : 'behind an `else` modutils may read this branch besides that of the `if`, or never; put the `elseif` before the `else`';
}
