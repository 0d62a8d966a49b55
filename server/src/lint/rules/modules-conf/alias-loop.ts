import {
  type ConfigurationEntry,
  knownWords,
  type ModutilsConfiguration,
} from '../../../loaders/modutils/configuration.ts';
import { type ConfigurationIndex, indexOf } from '../../../loaders/modutils/plan/configuration-index.ts';
import type { Origin } from '../../../loaders/origin.ts';
import { code } from '../../message.ts';
import { isIn, isUncertain, relatedPlace, relatedTo } from './events.ts';
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
  checkDocument({ location, document, set }, report) {
    for (const entry of set.aliases.values()) {
      const alias = aliasOf(entry);
      if (alias === undefined || !isIn(alias.origin, document)) continue;
      const circle = circleOf(alias, set);
      if (circle === undefined || circle.some(({ origin }) => isUncertain(origin, set))) continue;
      const { line, span } = alias.origin;
      const { tree } = document.line(line);
      const way = [alias.name, ...circle.map(({ target }) => target)].map(code).join(' → ');
      const others = circle
        .slice(1)
        .map(({ name, target, origin }) =>
          relatedPlace(origin, `${code(name)} leads on to ${code(target)}`, { location, document }),
        );
      report({
        line,
        span: tree.kind === 'directive' ? spanOfWords(tree.words.slice(0, 2)) : span,
        message: `modprobe hangs when ${code(alias.name)} is requested, because its aliases lead in a circle (${way}); let one of them end at a module`,
        ...relatedTo(...others),
      });
    }
  },
});

/** An alias in force whose target is known. */
interface Alias {
  readonly name: string;
  /** The first word of what it stands for. */
  readonly target: string;
  readonly origin: Origin;
}

function aliasOf(entry: ConfigurationEntry): Alias | undefined {
  const [target] = knownWords(entry);
  return target === undefined ? undefined : { name: entry.key, target, origin: entry.parts[0]!.origin };
}

/** @returns the aliases of the circle that `alias` is part of, itself first; undefined when it is part of none. */
function circleOf(alias: Alias, set: ModutilsConfiguration): readonly Alias[] | undefined {
  const index = indexOf(set);
  // A request for a name with a list goes through the list, not through its alias.
  if (index.probe(alias.name) !== undefined) return undefined;
  const circle = new Map<string, Alias>();
  for (let step: Alias | undefined = alias; step !== undefined; step = nextOf(step, index)) {
    if (circle.has(step.name)) return step.name === alias.name ? [...circle.values()] : undefined;
    circle.set(step.name, step);
  }
  return undefined;
}

/** The alias that modprobe follows next; for the name of a device one to itself ends the chain. */
function nextOf({ target }: Alias, index: ConfigurationIndex): Alias | undefined {
  const entry = target === 'off' ? undefined : index.alias(target);
  const next = entry && aliasOf(entry);
  return next?.target === target && target.startsWith('/') ? undefined : next;
}
