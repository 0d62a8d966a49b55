import { code } from '../../message.ts';
import type { DocumentFinding } from '../../rule.ts';
import { type UnknownName, unknownNamesIn } from './known-names.ts';
import { confOn, modprobeDRule } from './support.ts';
import { namesOf, type TreeNames } from './tree-names.ts';

const tree = { 'modules.dep': ['kernel/sound/pci/hda/snd-hda-intel.ko:'] };

export const unknownModule = modprobeDRule({
  id: 'unknown-module',
  severity: 'warning',
  fix: 'unsafe',
  needs: ['set', 'tree'],
  docs: {
    summary: 'A name that no module of the kernel has.',
    why: [
      'modprobe says nothing about lines for modules that do not exist: a block with a misspelt name blocks nothing.',
      'A name that is one slip away from that of a module is reported as a warning, wherever it stands. Options and softdeps for any other unknown name are noted, because they wait for a module that may be installed later.',
      '`blacklist`, `install`, `remove` and `weakdep` lines for such names are not reported: to keep out what this kernel does not have is common, and harmless.',
    ].join('\n'),
    basis: 'modules.dep, modules.builtin and the aliases of /lib/modules/V.',
    bad: confOn(tree, 'options snd_hda_intl index=1'),
    good: confOn(tree, 'options snd_hda_intel index=1', 'blacklist some_old_module'),
  },
  checkDocument({ document, set, tree }, report) {
    for (const unknown of unknownNamesIn(document, set, tree)) {
      const finding = describe(unknown, namesOf(tree), tree.kernel);
      if (finding !== undefined) report(finding);
    }
  },
});

function describe(
  { line, role, word: { text, span }, name }: UnknownName,
  names: TreeNames,
  kernel: string,
): DocumentFinding | undefined {
  // That is for other rules.
  if (role === 'alias-target' || names.inOtherCase(name) !== undefined) return undefined;
  const fact = `kernel ${kernel} has no module ${code(text)}`;
  const meant = names.oneSlipFrom(name);
  if (meant !== undefined) {
    const edits = [{ line, span, newText: meant }];
    const fix = { title: `Write "${meant}"`, safety: 'unsafe', edits } as const;
    return { line, span, message: `${fact}; did you mean ${code(meant)}?`, fix };
  }
  if (role !== 'options' && role !== 'softdep-module') return undefined;
  const effect = role === 'options' ? 'these options have no effect' : 'modprobe passes over it';
  return {
    line,
    span,
    message: `${fact}, so ${effect}; correct the name if it is misspelt`,
    severity: 'info',
  };
}
