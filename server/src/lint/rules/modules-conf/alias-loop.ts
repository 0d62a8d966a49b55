import type { ModutilsConfiguration } from '../../../loaders/modutils/configuration.ts';
import { type AliasDefinition, AliasTable } from './alias-table.ts';
import { isIn, relatedPlace, relatedTo } from './events.ts';
import { conf, modulesConfRule, spanOfWords } from './support.ts';

export const aliasLoop = modulesConfRule({
  id: 'alias-loop',
  severity: 'error',
  fix: 'none',
  needs: ['set'],
  docs: {
    summary: 'Aliases that lead back to themselves.',
    why: [
      'modprobe follows aliases until there is none. In a circle it never gets there: it hangs, and uses all of a processor, for every request of one of the names.',
      'Only where a name of the chain has options does it give up after 1000 steps. `alias videodev videodev` is enough; to let a name stand for itself write nothing.',
    ].join('\n'),
    basis:
      'modutils 2.4, modprobe: the chain of aliases is followed without a limit; an alias to itself ends it only for names that begin with `/`.',
    bad: conf('alias sound-slot-0 snd', 'alias snd sound-slot-0'),
    good: conf('alias sound-slot-0 snd', 'alias snd snd-card-sb16'),
  },
  checkDocument({ path, document, set }, report) {
    const table = new AliasTable(set);
    for (const alias of table.definitions) {
      if (!isIn(alias.origin, document)) continue;
      const circle = circleOf(alias, table, set);
      if (circle === undefined) continue;
      const { line } = alias.origin;
      const { tree } = document.line(line);
      const names = [alias.name, ...circle.map(({ target }) => target)].map((name) => `\`${name}\``);
      const others = circle.filter((other) => other !== alias);
      report({
        line,
        span: tree.kind === 'directive' ? spanOfWords(tree.words.slice(0, 2)) : alias.origin.span,
        message: `modprobe hangs when \`${alias.name}\` is requested, because its aliases lead in a circle (${names.join(' → ')}); let one of them end at a module`,
        ...relatedTo(
          ...others.map((other) =>
            relatedPlace(other.origin, `\`${other.name}\` leads on to \`${other.target}\``, {
              path,
              document,
            }),
          ),
        ),
      });
    }
  },
});

/** @returns the aliases of the circle that `alias` is part of, itself first; undefined when it is part of none. */
function circleOf(
  alias: AliasDefinition,
  table: AliasTable,
  { probe, probeall }: ModutilsConfiguration,
): readonly AliasDefinition[] | undefined {
  // A request for a name with a list goes through the list, not through its alias.
  if (probe.has(alias.name) || probeall.has(alias.name)) return undefined;
  const circle = [alias];
  const seen = new Set(circle);
  for (;;) {
    const next = table.next(circle.at(-1)!.target);
    if (next === undefined) return undefined;
    if (next === alias) return circle;
    if (seen.has(next)) return undefined;
    seen.add(next);
    circle.push(next);
  }
}
