import { doesNothing } from '../../../loaders/kmod/command.ts';
import type { CommandEntry, KmodConfiguration, SoftdepEntry } from '../../../loaders/kmod/configuration.ts';
import { indexOf } from '../../../loaders/kmod/configuration-index.ts';
import { installLineOf } from '../../../loaders/kmod/install-line.ts';
import type { ModuleTree } from '../../../tree/module-tree.ts';
import { nameOrigin, relatedTo } from '../../origins.ts';
import type { DocumentFix } from '../../rule.ts';
import { entriesIn, type OwnEntry } from './own-entries.ts';
import { confOn, hasWildcard, modprobeDRule } from './support.ts';

const tree = {
  'modules.dep': ['kernel/fs/cifs/cifs.ko: kernel/lib/libarc4.ko', 'kernel/lib/libarc4.ko:'],
  'modules.softdep': ['softdep cifs pre: libarc4'],
};

export const softdepOverridesInstall = modprobeDRule({
  id: 'softdep-overrides-install',
  severity: 'error',
  fix: 'unsafe',
  needs: ['set', 'tree'],
  docs: {
    summary:
      'An `install` line, most often a block, of a module that has a softdep: modprobe passes over it.',
    why: [
      'modprobe ignores the `install` line of a module that has a softdep which leads to some module. Many modules bring one along (/lib/modules/V/modules.softdep), and then `install M /bin/false` does not block: modprobe loads M as if the line were not there.',
      'An empty softdep that is read first, `softdep M pre:`, hides the others, and the `install` line counts again.',
    ].join('\n'),
    basis:
      'kmod marks a module with softdeps so that its install command is ignored; recorded from kmod 30 and 34.',
    bad: confOn(tree, 'install cifs /bin/false'),
    good: confOn(tree, 'softdep cifs pre:', 'install cifs /bin/false'),
  },
  checkDocument({ document, set, tree }, report) {
    for (const entry of entriesIn('installs', set, document)) {
      const found = voidedBy(entry, set, tree);
      if (found === undefined) continue;
      const { module, softdep } = found;
      const { line, span } = entry.origin;
      const where = nameOrigin(softdep.origin, document);
      const isBlock = doesNothing(entry.command);
      const effect = isBlock ? `this does not block \`${module}\`` : 'modprobe never runs this command';
      const fix = isReadBefore(entry, softdep, set) ? fixOf(module, line) : undefined;
      const remedy = `add \`softdep ${module} pre:\` ${fix ? 'before it' : 'to a file that is read before that'}`;
      report({
        line,
        span,
        message: `${effect}, because \`${module}\` has a softdep (${where}) and modprobe passes over the \`install\` lines of such modules; ${remedy}`,
        ...(fix !== undefined && { fix }),
        ...relatedTo(softdep.origin, 'this softdep makes the line void'),
      });
    }
  },
});

/** A module whose install line is passed over, and the reason. */
interface Voided {
  readonly module: string;
  readonly softdep: SoftdepEntry;
}

function voidedBy(entry: CommandEntry, set: KmodConfiguration, tree: ModuleTree): Voided | undefined {
  if (hasWildcard(entry.module)) return voidedPatterns(set, tree).get(entry);
  if (indexOf(set).install(entry.module) !== entry) return undefined;
  const install = installLineOf(entry.module, set, tree);
  return install.kind === 'void' ? { module: entry.module, softdep: install.softdep } : undefined;
}

const known = new WeakMap<KmodConfiguration, ReadonlyMap<CommandEntry, Voided>>();

/** For the install lines with patterns: the first module with a softdep that they would be for. */
function voidedPatterns(set: KmodConfiguration, tree: ModuleTree): ReadonlyMap<CommandEntry, Voided> {
  const found = known.get(set);
  if (found !== undefined) return found;
  const voided = new Map<CommandEntry, Voided>();
  for (const { module } of set.softdeps) {
    const install = installLineOf(module, set, tree);
    if (install.kind === 'void' && !voided.has(install.line))
      voided.set(install.line, { module, softdep: install.softdep });
  }
  known.set(set, voided);
  return voided;
}

function isReadBefore(
  { origin }: OwnEntry<'installs'>,
  softdep: SoftdepEntry,
  set: KmodConfiguration,
): boolean {
  if (softdep.origin.kind !== 'file') return false;
  const files = set.effective.map(({ document }) => document as unknown);
  const own = files.indexOf(origin.file.document);
  const other = files.indexOf(softdep.origin.file.document);
  return own < other || (own === other && origin.line < softdep.origin.line);
}

function fixOf(module: string, line: number): DocumentFix {
  const newText = `softdep ${module} pre:\n`;
  const edits = [{ line, span: { start: 0, end: 0 }, newText }];
  return { title: `Put "softdep ${module} pre:" before it`, safety: 'unsafe', edits };
}
