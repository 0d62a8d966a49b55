import type { SoftdepEntry } from '../../../loaders/kmod/configuration.ts';
import { isIn, nameOrigin, relatedTo } from '../../origins.ts';
import type { DocumentFix } from '../../rule.ts';
import { entriesIn, type OwnEntry } from './own-entries.ts';
import { conf, type ModprobeDocument, modprobeDRule } from './support.ts';
import { isOfTree, sameLists } from './tree-softdeps.ts';
import { winningSoftdep } from './winners.ts';

export const duplicateSoftdep = modprobeDRule({
  id: 'duplicate-softdep',
  severity: 'warning',
  fix: 'unsafe',
  needs: ['set'],
  docs: {
    summary: 'A second `softdep` for a module, which is ignored.',
    why: 'The softdeps of several lines do not add up: modprobe takes the first that it has read for the module, even if that is empty. Put all of them into one line.',
    basis: 'kmod takes the first softdep whose pattern matches; recorded from kmod 34.',
    bad: conf('softdep usb_storage pre: uas', 'softdep usb_storage post: sd_mod'),
    good: conf('softdep usb_storage pre: uas post: sd_mod'),
  },
  checkDocument({ document, set }, report) {
    for (const entry of entriesIn('softdeps', set, document)) {
      const winner = winningSoftdep(entry, set);
      // That of the kernel is another rule's.
      if (winner === undefined || winner === entry || isOfTree(winner)) continue;
      const { line, span } = entry.origin;
      const where = nameOrigin(winner.origin, document);
      const isSame = sameLists(winner, entry);
      report({
        line,
        span,
        message: isSame
          ? `this repeats the softdep of ${where}; remove one of them`
          : `modprobe ignores this softdep, because only the first of \`${winner.module}\` counts (${where}); put both into one line`,
        ...(isSame && { severity: 'info' }),
        fix: fixOf(entry, winner, document),
        unnecessary: true,
        ...relatedTo(winner.origin, 'this one counts'),
      });
    }
  },
});

/** Moves the lists to the line that counts, where that is in the same file. */
function fixOf(entry: OwnEntry<'softdeps'>, winner: SoftdepEntry, document: ModprobeDocument): DocumentFix {
  const { line } = entry.origin;
  const removal = { line, span: { start: 0, end: document.line(line).raw.length }, newText: '' };
  const { origin } = winner;
  const canMove = isIn(origin, document) && winner.module === entry.module && !sameLists(winner, entry);
  if (!canMove || !isIn(origin, document))
    return { title: 'Remove the line', safety: 'unsafe', edits: [removal] };
  const { end } = origin.span;
  const lists = entry.sections.map(({ when, modules }) => ` ${when}: ${modules.join(' ')}`).join('');
  const addition = { line: origin.line, span: { start: end, end }, newText: lists };
  return { title: 'Move its lists to the first line', safety: 'unsafe', edits: [addition, removal] };
}
