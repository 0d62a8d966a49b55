import { circlesOf } from './cycles.ts';
import { type EntryIndex, indexOf, nameKey } from './entry-index.ts';
import { reorder } from './load-order.ts';
import { dep26, isModern, modulesDepRule, type PlacedEntry, placeOfTarget } from './support.ts';

export const depOrder = modulesDepRule({
  id: 'dep-order',
  severity: 'error',
  fix: 'unsafe',
  needs: [],
  docs: {
    summary: 'A line of kernel 2.6 or later whose modules cannot be loaded in its order.',
    why: [
      'modprobe loads what stands on the line from right to left. A module that stands to the right of one that it needs is loaded before it,',
      'and the kernel refuses it with `Unknown symbol`. depmod writes them in the right order; the line was changed by hand.',
    ].join('\n'),
    basis:
      'modules.dep(5); the list is in the order in which to unload, modprobe goes through it from the end.',
    bad: dep26([
      'kernel/fs/vfat.ko: kernel/fs/nls_base.ko kernel/fs/fat.ko',
      'kernel/fs/fat.ko: kernel/fs/nls_base.ko',
      'kernel/fs/nls_base.ko:',
    ]),
    good: dep26([
      'kernel/fs/vfat.ko: kernel/fs/fat.ko kernel/fs/nls_base.ko',
      'kernel/fs/fat.ko: kernel/fs/nls_base.ko',
      'kernel/fs/nls_base.ko:',
    ]),
  },
  checkDocument({ location, document }, report) {
    const index = indexOf(document);
    const circles = circlesOf(index);
    for (const entry of index.entries) {
      if (!isModern(entry)) continue;
      const fault = faultOf(entry, index, circles);
      if (fault === undefined) continue;
      const { early, late } = fault;
      const word = entry.tree.dependencies.find(({ text }) => index.resolve(text, entry) === early);
      const fix = reorder(entry, [], index, 'Put them in the order of loading');
      report({
        line: entry.line,
        span: (word ?? entry.tree.target).span,
        message: `modprobe loads \`${nameKey(early)}\` before \`${nameKey(late)}\`, which it needs, because it goes from right to left; run depmod again`,
        related: [
          placeOfTarget(early, `\`${nameKey(early)}\` needs \`${nameKey(late)}\``, { location, document }),
        ],
        ...(fix !== undefined && { fix }),
      });
    }
  },
});

/** The first module on the line that stands behind one that it needs; no order helps those that need each other. */
function faultOf(
  entry: PlacedEntry,
  index: EntryIndex,
  circles: ReturnType<typeof circlesOf>,
): { readonly early: PlacedEntry; readonly late: PlacedEntry } | undefined {
  const needs = index.needsOf(entry);
  const place = new Map(needs.map((need, at) => [need, at]));
  for (const [at, early] of needs.entries()) {
    const circle = circles.get(early);
    const late = index
      .needsOf(early)
      .find((need) => (place.get(need) ?? at) < at && (circle === undefined || circles.get(need) !== circle));
    if (late !== undefined) return { early, late };
  }
  return undefined;
}
