import { whereTo } from './dep-path-escape.ts';
import { indexOf } from './entry-index.ts';
import { dep26, isModern, modulesDepRule } from './support.ts';

export const depUnknown = modulesDepRule({
  id: 'dep-unknown',
  severity: 'error',
  fix: 'none',
  needs: [],
  docs: {
    summary: 'A dependency that has no line of its own.',
    why: 'depmod gives every module a line. What a line needs and no line has is not there any more, or the file was put together by hand: modprobe then answers that it cannot find the module. Run depmod again.',
    basis: "modutils 2.4: `Can't locate module X which is needed for Y`; modules.dep(5).",
    bad: dep26(['kernel/fs/vfat/vfat.ko: kernel/fs/fat/fat.ko']),
    good: dep26(['kernel/fs/vfat/vfat.ko: kernel/fs/fat/fat.ko', 'kernel/fs/fat/fat.ko:']),
  },
  checkDocument({ document }, report) {
    const index = indexOf(document);
    for (const entry of index.entries) {
      const { dependencies, malformed } = entry.tree;
      if (malformed === 'no-colon') continue;
      for (const word of dependencies) {
        const { text, span } = word;
        // What leaves the tree is reported by `dep-path-escape`.
        if (index.resolve(text, entry) !== undefined || whereTo(word, entry.tree) !== undefined) continue;
        const effect = isModern(entry)
          ? 'so it cannot be loaded'
          : `so modprobe answers \`Can't locate module\``;
        report({
          line: entry.line,
          span,
          message: `\`${text}\` has no line of its own, ${effect}; run depmod again`,
        });
      }
    }
  },
});
