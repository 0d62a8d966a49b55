import { dep24, entriesOf, modulesDepRule, type PlacedEntry, placeOfTarget } from './support.ts';

export const depMixedGeneration = modulesDepRule({
  id: 'dep-mixed-generation',
  severity: 'warning',
  fix: 'none',
  needs: [],
  docs: {
    summary:
      'Modules of kernel 2.4 (`.o`) beside newer ones (`.ko`), or absolute paths beside relative ones of the same tree.',
    why: [
      'depmod of kernel 2.4 lists `.o` files by absolute paths, with the direct dependencies of each; later ones list `.ko` files with all dependencies, and today by paths relative to the tree.',
      'No loader understands both in one file: modutils does not find a `.ko`, kmod no `.o`. Such a file was put together by hand; run depmod again.',
    ].join('\n'),
    basis: 'modules.dep(5); depmod of modutils 2.4, of module-init-tools and of kmod.',
    bad: dep24('kernel/fs/fat/fat.o:', 'kernel/fs/vfat/vfat.ko: kernel/fs/fat/fat.ko'),
    good: dep24('kernel/fs/fat/fat.o:', 'kernel/fs/vfat/vfat.o: kernel/fs/fat/fat.o'),
  },
  checkDocument({ location, document }, report) {
    const entries = entriesOf(document);
    for (const { kindOf, describe } of [suffixes, places]) {
      const [first, other] = firstOfEach(entries, kindOf);
      if (first === undefined || other === undefined) continue;
      report({
        line: other.line,
        span: other.tree.target.span,
        message: `${describe(kindOf(other)!, kindOf(first)!)}, and no loader understands both in one file; run depmod again`,
        related: [placeOfTarget(first, 'of the other kind', { location, document })],
      });
    }
  },
});

const suffixes = {
  kindOf: ({ tree }: PlacedEntry) => tree.generation && (tree.generation === '2.4' ? '.o' : '.ko'),
  describe: (here: string, before: string) =>
    `this is a module file \`${here}\` where others are \`${before}\``,
};

/** Only of the tree itself: modules that depmod found elsewhere are always absolute. */
const places = {
  kindOf: ({ tree: { target, generation } }: PlacedEntry) => {
    if (generation === undefined || !target.text.includes('/')) return undefined;
    if (!target.text.startsWith('/')) return 'relative';
    return target.text.includes('/lib/modules/') ? 'absolute' : undefined;
  },
  describe: (here: string, before: string) => `this path is ${here} where others are ${before}`,
};

/** @returns the first entry of any kind and the first of another. */
function firstOfEach(
  entries: readonly PlacedEntry[],
  kindOf: (entry: PlacedEntry) => string | undefined,
): readonly (PlacedEntry | undefined)[] {
  const first = entries.find((entry) => kindOf(entry) !== undefined);
  if (first === undefined) return [];
  const kind = kindOf(first);
  return [first, entries.find((entry) => ![undefined, kind].includes(kindOf(entry)))];
}
