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
    const index = indexOf(set);
    for (const circle of circlesOf(set, index)) {
      if (circle.some(({ origin }) => isUncertain(origin, set))) continue;
      circle.forEach((alias, at) => {
        // A request for a name with a list goes through the list, not through its alias.
        if (!isIn(alias.origin, document) || index.probe(alias.name) !== undefined) return;
        const { line, span } = alias.origin;
        const { tree } = document.line(line);
        const others = from(circle, at).slice(1, mostShown);
        report({
          line,
          span: tree.kind === 'directive' ? spanOfWords(tree.words.slice(0, 2)) : span,
          message: `${effectOf(circle, at, index)} when ${code(alias.name)} is requested, because its aliases lead in a circle (${wayRound(circle, at)}); let one of them end at a module`,
          ...relatedTo(
            ...others.map(({ name, target, origin }) =>
              relatedPlace(origin, `${code(name)} leads on to ${code(target)}`, { location, document }),
            ),
          ),
        });
      });
    }
  },
});

/** Of a longer circle nobody wants to read every name. */
const mostShown = 10;

/** @returns the elements of a circle in their order, `first` first. */
function from<Element>(circle: readonly Element[], first: number): Element[] {
  const count = Math.min(circle.length, mostShown);
  return Array.from({ length: count }, (_, step) => circle[(first + step) % circle.length]!);
}

/** Names with options are counted, so that with one of them in the circle modprobe notices it. */
function effectOf(circle: readonly Alias[], first: number, index: ConfigurationIndex): string {
  const isNoticed = circle.some(({ target }) => index.options(target) !== undefined);
  if (!isNoticed) return 'modprobe hangs';
  return `modprobe gives up with ${code(`alias loop detected on ${circle[first]!.name}`)}`;
}

function wayRound(circle: readonly Alias[], first: number): string {
  const targets = from(circle, first).map(({ target }) => code(target));
  if (circle.length > mostShown) targets.push('…', code(circle[first]!.name));
  return [code(circle[first]!.name), ...targets].join(' → ');
}

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

/**
 * Every alias has at most one next, so each is walked over once, however long the chains are.
 *
 * @returns the circles, each with its aliases in the order of the chain, one that stands first in the configuration first
 */
function circlesOf(set: ModutilsConfiguration, index: ConfigurationIndex): (readonly Alias[])[] {
  const circles: (readonly Alias[])[] = [];
  const seen = new Set<string>();
  for (const entry of set.aliases.values()) {
    const chain: Alias[] = [];
    const places = new Map<string, number>();
    let step = aliasOf(entry);
    while (step !== undefined && !seen.has(step.name)) {
      seen.add(step.name);
      places.set(step.name, chain.length);
      chain.push(step);
      step = nextOf(step, index);
    }
    const start = step && places.get(step.name);
    if (start !== undefined) circles.push(chain.slice(start));
  }
  return circles;
}

/** The alias that modprobe follows next; for the name of a device one to itself ends the chain. */
function nextOf({ target }: Alias, index: ConfigurationIndex): Alias | undefined {
  const entry = target === 'off' ? undefined : index.alias(target);
  const next = entry && aliasOf(entry);
  return next?.target === target && target.startsWith('/') ? undefined : next;
}
