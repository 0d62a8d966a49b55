import { doesNothing } from '../../../loaders/kmod/command.ts';
import type { KmodConfiguration } from '../../../loaders/kmod/configuration.ts';
import { nameOrigin, relatedTo } from '../../origins.ts';
import type { DocumentFinding } from '../../rule.ts';
import { entriesIn, type OwnEntry } from './own-entries.ts';
import { conf, type ModprobeDocument, modprobeDRule } from './support.ts';
import { winningCommand } from './winners.ts';

export const duplicateCommandFirstWins = modprobeDRule({
  id: 'duplicate-command-first-wins',
  severity: 'error',
  fix: 'unsafe',
  needs: ['set'],
  docs: {
    summary: 'A second `install` or `remove` for a module, which is never run.',
    why: [
      'Of several commands for one module modprobe runs the first: files are read in the order of their names, whatever their directories. A line in `90-local.conf` does not replace one in `50-vendor.conf`; a block that comes second blocks nothing.',
      'A line that says the same as the first is only noted.',
    ].join('\n'),
    basis: 'kmod takes the first install line whose pattern matches; recorded from kmod 30 and 34.',
    bad: conf('install sctp /usr/sbin/sctp-setup', 'install sctp /bin/false'),
    good: conf('install sctp /bin/false'),
  },
  checkDocument({ document, set }, report) {
    for (const kind of ['install', 'remove'] as const) {
      for (const entry of entriesIn(`${kind}s`, set, document)) {
        const finding = look(kind, entry, set, document);
        if (finding !== undefined) report(finding);
      }
    }
  },
});

function look(
  kind: 'install' | 'remove',
  entry: OwnEntry<'installs'>,
  set: KmodConfiguration,
  document: ModprobeDocument,
): DocumentFinding | undefined {
  const winner = winningCommand(kind, entry, set);
  if (winner === undefined || winner === entry) return undefined;
  const { line, span } = entry.origin;
  const isSame =
    winner.command.trim() === entry.command.trim() ||
    (doesNothing(winner.command) && doesNothing(entry.command));
  const { raw } = document.line(line);
  return {
    line,
    span,
    message: isSame
      ? `this repeats the \`${kind} ${winner.module}\` of ${nameOrigin(winner.origin, document)}; remove one of them`
      : `modprobe never runs this, because the first \`${kind} ${winner.module}\` counts (${nameOrigin(winner.origin, document)}); remove the one that is not meant`,
    ...(isSame && { severity: 'info' }),
    fix: {
      title: 'Remove the line',
      safety: 'unsafe',
      edits: [{ line, span: { start: 0, end: raw.length }, newText: '' }],
    },
    unnecessary: true,
    ...relatedTo(winner.origin, 'this one is run'),
  };
}
