import { cyclesOf } from './cycles.ts';
import { type EntryIndex, indexOf, nameKey } from './entry-index.ts';
import { dep24, isModern, modulesDepRule, type PlacedEntry } from './support.ts';

export const depCycle = modulesDepRule({
  id: 'dep-cycle',
  severity: 'error',
  fix: 'none',
  needs: [],
  docs: {
    summary: 'Modules that need each other in a circle.',
    why: [
      'None of them can be loaded first. modprobe of kernel 2.4 gives up with `Too deep recursion in module dependencies!` and aborts; depmod of today refuses to list such modules.',
      'The modules themselves are wrong: each uses a symbol of the other. Build them as one, or load only one of them.',
    ].join('\n'),
    basis:
      'modutils 2.4: `Too deep recursion in module dependencies! Circular dependency?` at depth 128; depmod of kmod: `Cycle detected`.',
    bad: dep24('kernel/net/pppoe.o: kernel/net/pppox.o', 'kernel/net/pppox.o: kernel/net/pppoe.o'),
    good: dep24('kernel/net/pppoe.o: kernel/net/pppox.o', 'kernel/net/pppox.o:'),
  },
  checkDocument({ location, document }, report) {
    const index = indexOf(document);
    for (const cycle of cyclesOf(index)) {
      const first = cycle[0]!;
      const way = [...cycle, first].map((entry) => `\`${nameKey(entry)}\``).join(' → ');
      const effect = isModern(first)
        ? 'none of them can be loaded'
        : 'modprobe gives up with `Too deep recursion`';
      report({
        line: first.line,
        span: needSpan(cycle, 0, index),
        message: `these modules need each other (${way}), so ${effect}; one of them must do without the other`,
        related: cycle.slice(1).map((entry, at) => ({
          path: location,
          range: document.rangeInLine(entry.line, needSpan(cycle, at + 1, index)),
          message: `\`${nameKey(entry)}\` needs \`${nameKey(cycle[at + 2] ?? first)}\``,
        })),
      });
    }
  },
});

/** Where the entry at `at` names the next one of its cycle. */
function needSpan(cycle: readonly PlacedEntry[], at: number, index: EntryIndex) {
  const entry = cycle[at]!;
  const next = cycle[at + 1] ?? cycle[0];
  const word = entry.tree.dependencies.find(({ text }) => index.resolve(text, entry) === next);
  return (word ?? entry.tree.target).span;
}
