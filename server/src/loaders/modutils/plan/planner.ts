import { metacharactersIn } from '../../../expand/metacharacters.ts';
import { fnmatch } from '../../../files/fnmatch.ts';
import { baseName } from '../../../files/paths.ts';
import { type Dep24, type Dep24Entry, moduleName24 } from '../../../tree/dep24.ts';
import type { ChainLink, PlanOption, PlanStep, Reason } from '../../load-plan.ts';
import type { ConfigurationEntry, ModutilsConfiguration } from '../configuration.ts';
import { reasonOf } from './alias-chain.ts';
import { type ConfigurationIndex, indexOf } from './configuration-index.ts';
import { type Descriptor, describe, type StackedModule } from './descriptor.ts';
import { insmodSteps, type ModprobeFlags } from './insmod-steps.ts';
import { PlanStop, stopAtUnknown } from './plan-stop.ts';

/** How deep modprobe stacks modules before it takes it for a circle (BSTACKRECMAX). */
const maximumDepth = 128;

/** More than any real request takes; what needs more is called endless. */
const maximumWork = 200_000;

/** Probe lists that lead to each other this deep overflow our stack before modprobe's. */
const maximumProbeDepth = 500;

type StackResult = 'stacked' | 'off' | 'missing';

/** Modules by their name in the kernel, those that are loaded last first. */
type Stack = Map<string, StackedModule>;

/** A name on the stack, and whether it is the one that was asked for. */
interface ReachedName {
  readonly name: string;
  readonly isRequest: boolean;
}

/** A name of a list, and where it comes from. */
interface RequestedName {
  readonly name: string;
  readonly via: Reason;
}

/** Goes the way of modprobe from a request to commands. */
export class Planner {
  readonly steps: PlanStep[] = [];
  readonly chain: ChainLink[] = [];
  readonly messages: string[] = [];
  readonly #configuration: ModutilsConfiguration;
  readonly #index: ConfigurationIndex;
  readonly #list: Dep24;
  readonly #flags: ModprobeFlags;
  readonly #probing = new Set<string>();
  /** Requests that succeeded, since the innermost list of names began: modprobe has one counter for all. */
  #loaded = 0;
  #depth = 0;
  #work = 0;
  /** Where stacking came to last, which is where it failed if it did. */
  #reached: ReachedName | undefined;

  constructor(configuration: ModutilsConfiguration, list: Dep24, flags: ModprobeFlags) {
    this.#configuration = configuration;
    this.#index = indexOf(configuration);
    this.#list = list;
    this.#flags = flags;
  }

  /**
   * Loads one of the names, or all of them; options follow the name that they are for.
   *
   * @returns whether that worked
   * @throws PlanStop
   */
  load(names: readonly RequestedName[], all: boolean): boolean {
    this.#loaded = 0;
    let missing = false;
    let last = names[0]?.name ?? '';
    let failure: ReachedName | undefined;
    for (let at = 0; at < names.length; at++) {
      const { name, via } = names[at]!;
      if (name.includes('=')) continue;
      last = name;
      this.#spend(1);
      this.#reached = undefined;
      const result = this.#loadName(name, via, optionsBehind(names, at));
      failure = this.#reached ?? failure;
      missing = result === 'missing';
      if (!all && this.#loaded > 0) return true;
    }
    if (this.#loaded > 0) return true;
    if (!missing) this.#say(`insmod ${last} failed`);
    else if (failure !== undefined && !failure.isRequest)
      this.#say(`Can't locate module ${failure.name} which is needed for ${last}`);
    else if (!this.#flags.autoclean) this.#say(`Can't locate module ${last}`);
    return false;
  }

  #loadName(name: string, via: Reason, options: readonly PlanOption[]): 'done' | 'missing' {
    if (metacharactersIn(name) !== 0) return this.#loadPattern(name, via, options);
    const probe = this.#index.probe(name);
    if (probe !== undefined) {
      this.#link([{ name }], via);
      this.#loadList(probe.entry, probe.kind);
      return 'done';
    }
    return this.#loadStack(name, undefined, via, options);
  }

  /** Tries what a `probe` or `probeall` line lists. */
  #loadList(entry: ConfigurationEntry, kind: 'probe' | 'probeall'): boolean {
    const via = reasonOf(kind, entry);
    if (!entry.value.known) throw stopAtUnknown(via, entry.value);
    const { words } = entry.value;
    if (words.length === 0)
      throw new PlanStop('crashes', `${via.text} has nothing to try`, [], segmentationFault);
    if (this.#probing.has(entry.key) || this.#probing.size >= maximumProbeDepth)
      throw new PlanStop('crashes', `${via.text} leads back to itself`, [], segmentationFault);
    const reached = this.#reached;
    this.#probing.add(entry.key);
    const loaded = this.load(
      words.map((name) => ({ name, via })),
      kind === 'probeall',
    );
    this.#probing.delete(entry.key);
    this.#reached = reached;
    return loaded;
  }

  /** A name with metacharacters is a file name to look for below the search paths, or a path. */
  #loadPattern(name: string, via: Reason, options: readonly PlanOption[]): 'done' | 'missing' {
    if (name.includes('/')) return this.#loadStack(moduleName24(name), name, via, options);
    this.#spend(this.#list.entries.length);
    const found = ['.o', '.o.gz', '']
      .map((suffix) => this.#list.entries.filter(({ path }) => fnmatch(name + suffix, baseName(path))))
      .find((entries) => entries.length > 0);
    if (found === undefined) return 'missing';
    if (found.length > 1)
      throw new PlanStop(
        'unknown',
        `${name} is looked for below the search paths, in the order of the directories`,
      );
    return this.#loadStack(found[0]!.name, found[0]!.path, via, options);
  }

  #loadStack(
    name: string,
    path: string | undefined,
    via: Reason,
    options: readonly PlanOption[],
  ): 'done' | 'missing' {
    const stack: Stack = new Map();
    const result = this.#stack(stack, {
      name,
      path,
      via,
      followsAliases: true,
      isRequest: path === undefined,
    });
    if (result === 'missing') return 'missing';
    this.#loaded++;
    if (result === 'off') return 'done';
    for (const module of [...stack.values()].reverse()) {
      if (module.target === 'null') continue;
      const extra = module.names[0]!.name === name ? options : [];
      this.steps.push(...insmodSteps(module, extra, this.#configuration, this.#index, this.#flags));
    }
    return 'done';
  }

  /** Puts a module on the stack, with what is to be above it before it and what it needs behind it. */
  #stack(stack: Stack, wanted: Wanted): StackResult {
    this.#reached = { name: wanted.name, isRequest: wanted.isRequest ?? false };
    const descriptor = describe(wanted.name, wanted.path, wanted.followsAliases, this.#list, this.#index);
    if (descriptor === undefined) return 'missing';
    if (descriptor.loops) this.messages.push(`modprobe: alias loop detected on ${wanted.name}`);
    this.#spend(this.#index.costOf(descriptor.names));
    if (wanted.isRequest) this.#link(descriptor.names, wanted.via);
    const kernelName = this.#expandProbe(wanted.name, descriptor);
    if (kernelName === undefined) return 'off';
    const { node } = descriptor;
    if (node === undefined) return 'missing';
    if (wanted.below?.kernelName === kernelName) return 'stacked';
    this.#enter(stack);
    const module = { ...descriptor, kernelName, node, reasons: reasonsFor(descriptor, wanted) };
    const result = this.#stackModule(stack, module, wanted.below);
    this.#depth--;
    return result;
  }

  /**
   * @returns the name in the kernel; undefined where nothing is to be loaded: for `off`, and where an alias leads to a
   * probe list that worked
   */
  #expandProbe(name: string, { target, node, kernelName }: Descriptor): string | undefined {
    if (node !== undefined || target === undefined || target === name) return kernelName;
    const probe = this.#index.probe(target);
    if (probe === undefined) return kernelName;
    return this.#loadList(probe.entry, probe.kind) ? undefined : kernelName;
  }

  #stackModule(stack: Stack, module: StackedModule, below: StackedModule | undefined): StackResult {
    const fail = (result: StackResult): boolean => result !== 'stacked';
    for (const [entry, name] of wordsOf(module, 'above', this.#index)) {
      if (stack.has(name)) continue;
      const via = reasonOf('above', entry);
      const result = this.#stack(stack, { name, via, followsAliases: true, below: below ?? module });
      if (fail(result)) return result;
    }
    const before = stack.get(module.kernelName);
    if (before !== undefined) addReasons(module.reasons, before.reasons);
    stack.delete(module.kernelName);
    stack.set(module.kernelName, module);
    for (const [entry, name] of wordsOf(module, 'below', this.#index)) {
      const via = reasonOf('below', entry);
      const result = this.#stack(stack, { name, via, followsAliases: true, below });
      if (fail(result)) return result;
    }
    for (const path of module.node.dependencies) {
      const via = this.#neededBy(module.node);
      const result = this.#stack(stack, {
        name: moduleName24(path),
        path,
        via,
        followsAliases: false,
        below,
      });
      if (fail(result)) return result;
    }
    return 'stacked';
  }

  #neededBy({ name, line }: Dep24Entry): Reason {
    const origin = { kind: 'tree', path: this.#list.path, line } as const;
    return { kind: 'dependency', text: `needed by ${name}`, origin };
  }

  #enter(stack: Stack): void {
    if (++this.#depth <= maximumDepth) return;
    const names = [...stack.keys()].reverse();
    throw new PlanStop(
      'crashes',
      'the modules need each other in a circle, or one above the other too deep',
      [
        'modprobe: Too deep recursion in module dependencies!',
        ['modprobe: Circular dependency?', ...names].join(' '),
      ],
      aborted,
    );
  }

  #spend(work: number): void {
    this.#work += work;
    if (this.#work > maximumWork)
      throw new PlanStop('hangs', `modprobe would have to look at more than ${maximumWork} modules`);
  }

  #link(names: readonly ChainLink[], via: Reason): void {
    const [first, ...others] = names;
    if (first === undefined) return;
    this.chain.push(via.kind === 'request' ? first : { ...first, via }, ...others);
  }

  #say(text: string): void {
    this.messages.push(`modprobe: ${text}`);
  }
}

/** What the shell makes of the signals that end modprobe. */
const aborted = 134;
const segmentationFault = 139;

/** A module that is to be stacked. */
interface Wanted {
  readonly name: string;
  readonly path?: string | undefined;
  readonly via: Reason;
  readonly followsAliases: boolean;
  /** The module that this one is loaded above, or needed by something above; it is not pulled in again. */
  readonly below?: StackedModule | undefined;
  /** Whether this is what was asked for. */
  readonly isRequest?: boolean;
}

/** @returns the words that entries of a list give to the names of a module, with their entries. */
function* wordsOf(
  module: StackedModule,
  kind: 'above' | 'below',
  index: ConfigurationIndex,
): Generator<readonly [ConfigurationEntry, string]> {
  for (const { name } of module.names) {
    const entry = index[kind](name);
    if (entry === undefined) continue;
    if (!entry.value.known) throw stopAtUnknown(reasonOf(kind, entry), entry.value);
    for (const word of entry.value.words) yield [entry, word];
  }
}

/** @returns why the module is loaded: the alias that names it, otherwise what asked for it. */
function reasonsFor({ names }: Descriptor, { via, isRequest }: Wanted): Reason[] {
  const alias = names.at(-1)?.via;
  if (alias === undefined) return [via];
  return isRequest ? [alias] : [via, alias];
}

function addReasons(reasons: Reason[], others: readonly Reason[]): void {
  for (const other of others)
    if (!reasons.some(({ kind, text }) => kind === other.kind && text === other.text)) reasons.push(other);
}

/** @returns the options that follow a name in a list. */
function optionsBehind(names: readonly RequestedName[], at: number): PlanOption[] {
  const options: PlanOption[] = [];
  for (let next = at + 1; names[next]?.name.includes('='); next++) {
    const { name, via } = names[next]!;
    options.push({ text: name, origin: via.origin ?? { kind: 'built-in', text: 'command line' } });
  }
  return options;
}
