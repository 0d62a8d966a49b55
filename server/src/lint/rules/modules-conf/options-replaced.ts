import { showExpansion } from '../../../expand/expansion.ts';
import { code } from '../../message.ts';
import { eventsIn, isUncertain, nameOrigin, relatedPlace, relatedTo } from './events.ts';
import { conf, modulesConfRule, spanOfWords } from './support.ts';

export const optionsReplaced = modulesConfRule({
  id: 'options-replaced',
  severity: 'warning',
  fix: 'unsafe',
  needs: ['set'],
  docs: {
    summary: 'A second `options` for a module, without `add`, discards the first.',
    why: 'modutils does not add the options of several lines up: each `options` line replaces all that was there. To add to them write `add options`.',
    basis:
      'modules.conf(5), `options` and `add`; modutils 2.4 replaces the list unless the line is marked as adding.',
    bad: conf('options sb irq=5', 'options sb io=0x220'),
    good: conf('options sb irq=5', 'add options sb io=0x220'),
  },
  checkDocument({ location, document, set }, report) {
    for (const { origin, list, old } of eventsIn('replaced', set, document)) {
      const { tree } = document.line(origin.line);
      const [first, ...others] = old.parts.filter((part) => part.origin.kind === 'file');
      if (list !== 'options' || first === undefined || tree.kind !== 'directive') continue;
      const discarded = showExpansion(old.value);
      if (discarded === '' || old.parts.some((part) => isUncertain(part.origin, set))) continue;
      const { line } = origin;
      const { start } = tree.name.span;
      report({
        line,
        span: tree.words.length === 0 ? tree.name.span : spanOfWords([tree.name, tree.words[0]!]),
        message: `this discards ${code(discarded)} of ${nameOrigin(first.origin, document)}; write \`add options\` to add to it`,
        fix: {
          title: 'Write "add options"',
          safety: 'unsafe',
          edits: [{ line, span: { start, end: start }, newText: 'add ' }],
        },
        ...relatedTo(
          ...[first, ...others].map((part) =>
            relatedPlace(part.origin, 'these options are discarded', { location, document }),
          ),
        ),
      });
    }
  },
});
