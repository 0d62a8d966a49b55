import { code } from '../../message.ts';
import { isIn, nameOrigin, relatedTo } from '../../origins.ts';
import type { DocumentFix } from '../../rule.ts';
import { type OverriddenUse, overriddenIn } from './option-uses.ts';
import { conf, type ModprobeDocument, modprobeDRule } from './support.ts';

export const optionsDuplicateParam = modprobeDRule({
  id: 'options-duplicate-param',
  severity: 'warning',
  fix: 'unsafe',
  needs: ['set'],
  docs: {
    summary: 'An option that a later line, or the same one, sets again.',
    why: [
      'modprobe joins the options of all lines of a module, in the order in which it reads the files, and the kernel takes the last value. The earlier one looks as if it counted.',
      'One that is set to the same value again is only noted.',
    ].join('\n'),
    basis: 'modprobe.d(5), `options`; parse_args() of the kernel sets a parameter each time that it occurs.',
    bad: conf('options kvm ignore_msrs=1', 'options kvm ignore_msrs=0'),
    good: conf('options kvm ignore_msrs=0'),
  },
  checkDocument({ document, set }, report) {
    for (const overridden of overriddenIn(set, document)) {
      const { use, last } = overridden;
      if (use.origin.kind !== 'file' || use.parameter === undefined) continue;
      const isHere = isIn(last.origin, document) && last.origin.line === use.origin.line;
      const where = isHere ? 'this line' : nameOrigin(last.origin, document);
      const isSame = use.text === last.text;
      report({
        line: use.origin.line,
        span: use.parameter.span,
        message: isSame
          ? `${code(use.text)} is set again by ${where}; remove one of them`
          : `${code(use.text)} has no effect, because ${where} says ${code(last.text)} and the last one counts; remove the one that is not meant`,
        ...(isSame && { severity: 'info' }),
        unnecessary: true,
        fix: fixOf(overridden, document),
        ...relatedTo(last.origin, 'this one counts'),
      });
    }
  },
});

function fixOf({ use: { origin, parameter } }: OverriddenUse, document: ModprobeDocument): DocumentFix {
  const line = origin.kind === 'file' ? origin.line : 0;
  const { tree, raw } = document.line(line);
  const words = tree.kind === 'command' && tree.directive === 'options' ? tree.parameters : [];
  const index = parameter === undefined ? -1 : words.indexOf(parameter);
  if (words.length < 2 || parameter === undefined) {
    const edits = [{ line, span: { start: 0, end: raw.length }, newText: '' }];
    return { title: 'Remove the line', safety: 'unsafe', edits };
  }
  const next = words[index + 1];
  const span =
    next === undefined
      ? { start: words[index - 1]!.span.end, end: parameter.span.end }
      : { start: parameter.span.start, end: next.span.start };
  return { title: 'Remove the option', safety: 'unsafe', edits: [{ line, span, newText: '' }] };
}
