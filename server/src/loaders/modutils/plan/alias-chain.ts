import type { ChainLink, Reason } from '../../load-plan.ts';
import type { ConfigurationEntry } from '../configuration.ts';
import type { ConfigurationIndex } from './configuration-index.ts';
import { PlanStop, stopAtUnknown } from './plan-stop.ts';

/** The names from a request to what it stands for. */
export interface AliasChain {
  /** The request first; empty when the request is `off` itself. */
  readonly names: readonly ChainLink[];
  /** Whether the chain ends in `off`. */
  readonly off: boolean;
  /** Whether modprobe had to cut a chain that comes back to itself. */
  readonly loops: boolean;
}

/** So many names with options are followed before modprobe notices that it goes round in circles. */
const maximumNamesWithOptions = 1000;

/** More than any configuration has; what needs more is called endless. */
const maximumNames = 10_000;

/**
 * Follows aliases as modprobe does. A chain that comes back is noticed by the names in it that have options; where none
 * has, modprobe never ends.
 *
 * @throws PlanStop when modprobe hangs, or when nobody knows where the chain goes
 */
export function followAliases(name: string, index: ConfigurationIndex): AliasChain {
  const names: ChainLink[] = [];
  const seen = new Map<string, number>();
  let link: ChainLink | undefined = { name };
  while (link !== undefined) {
    if (link.name === 'off') return { names, off: true, loops: false };
    const before = seen.get(link.name);
    if (before !== undefined) return cutLoop(names, before, index);
    if (names.length === maximumNames)
      throw new PlanStop('hangs', `${name} has more than ${maximumNames} aliases one behind the other`);
    seen.set(link.name, names.length);
    names.push(link);
    link = nextLink(link.name, index);
  }
  const withOptions = namesWithOptions(names, index);
  return withOptions.length > maximumNamesWithOptions
    ? { names: names.slice(0, withOptions[maximumNamesWithOptions]! + 1), off: false, loops: true }
    : { names, off: false, loops: false };
}

function nextLink(name: string, index: ConfigurationIndex): ChainLink | undefined {
  const entry = index.alias(name);
  if (entry === undefined) return undefined;
  const via = reasonOf('alias', entry);
  if (!entry.value.known) throw stopAtUnknown(via, entry.value);
  const target = entry.value.words[0];
  // devfs has aliases of a pattern to a name that it matches.
  if (target === undefined || (target === name && name.startsWith('/'))) return undefined;
  return { name: target, via };
}

/**
 * Cuts a chain whose last name leads back to place `start`.
 *
 * @returns the way once round and on to the name at which modprobe stops; it goes round more often, which changes nothing
 */
function cutLoop(names: readonly ChainLink[], start: number, index: ConfigurationIndex): AliasChain {
  const withOptions = namesWithOptions(names, index);
  const inLoop = withOptions.filter((place) => place >= start);
  if (inLoop.length === 0) {
    throw new PlanStop('hangs', `the aliases of ${names[0]!.name} come back to ${names[start]!.name}`);
  }
  const rounds = maximumNamesWithOptions - (withOptions.length - inLoop.length);
  const stop = rounds < 0 ? withOptions[maximumNamesWithOptions]! : inLoop[rounds % inLoop.length]!;
  const once = rounds < inLoop.length ? [] : names;
  const last = rounds < inLoop.length ? names.slice(0, stop + 1) : names.slice(start, stop + 1);
  return { names: [...once, ...last], off: false, loops: true };
}

/** @returns the places of the names that have options. */
function namesWithOptions(names: readonly ChainLink[], index: ConfigurationIndex): number[] {
  return names.flatMap(({ name }, place) => (index.options(name) === undefined ? [] : [place]));
}

/** @returns the reason that an entry is, with the place of the line that decides. */
export function reasonOf(
  kind: 'alias' | 'above' | 'below' | 'probe' | 'probeall',
  entry: ConfigurationEntry,
): Reason {
  return { kind, text: `${kind} ${entry.key}`, origin: entry.parts.at(-1)!.origin };
}
