import { type EntryIndex, indexOf, nameKey } from './entry-index.ts';
import { reorder } from './load-order.ts';
import { dep26, isModern, modulesDepRule, type PlacedEntry, placeOfTarget } from './support.ts';

export const depNotTransitive = modulesDepRule({
  id: 'dep-not-transitive',
  severity: 'warning',
  fix: 'unsafe',
  needs: [],
  docs: {
    summary: 'A line of kernel 2.6 or later that lacks what one of its dependencies needs.',
    why: [
      'Since kernel 2.6 a line lists all that has to be loaded before, also indirectly: modprobe loads what stands on the line and looks no further.',
      'If something is missing there, the kernel refuses the dependency with `Unknown symbol`. depmod always lists all; the line was changed by hand.',
    ].join('\n'),
    basis: 'modules.dep(5); depmod of module-init-tools and kmod writes the transitive dependencies.',
    bad: dep26([
      'kernel/fs/vfat.ko: kernel/fs/fat.ko',
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
    for (const entry of index.entries) {
      if (!isModern(entry)) continue;
      const listed = new Set(index.needsOf(entry));
      const missing = missingFrom(entry, listed, index);
      const [first] = missing;
      if (first === undefined) continue;
      const [need, neededBy] = first;
      const { text } = need.tree.target;
      const needed = nameKey(neededBy);
      const isCut = missing.size >= mostMissing;
      const more = missing.size === 1 ? '' : ` (and ${isCut ? 'many' : missing.size - 1} more)`;
      const words = [...missing.keys()].map(({ tree }) => tree.target.text);
      const fix = isCut ? undefined : reorder(entry, words, index, 'Add what is missing');
      report({
        line: entry.line,
        span: entry.tree.target.span,
        message: `modprobe does not load \`${text}\`${more}, which \`${needed}\` needs, because it is not on this line; run depmod again`,
        related: [placeOfTarget(neededBy, `\`${needed}\` needs \`${text}\``, { location, document })],
        ...(fix !== undefined && { fix }),
      });
    }
  },
});

/** No module of a real kernel lacks so many; in a file that is no modules.dep every line may lack all that follow. */
const mostMissing = 64;

/** @returns what the needs of an entry need, themselves or through others, and the entry does not list, {@link mostMissing} at most; with what needs it. */
function missingFrom(
  entry: PlacedEntry,
  listed: ReadonlySet<PlacedEntry>,
  index: EntryIndex,
): ReadonlyMap<PlacedEntry, PlacedEntry> {
  const missing = new Map<PlacedEntry, PlacedEntry>();
  const pending = [...listed];
  for (let at = 0; at < pending.length && missing.size < mostMissing; at++) {
    const neededBy = pending[at]!;
    for (const need of index.needsOf(neededBy)) {
      if (need === entry || listed.has(need) || missing.has(need)) continue;
      missing.set(need, neededBy);
      pending.push(need);
    }
  }
  return missing;
}
