import type { ModuleTree } from '../../tree/module-tree.ts';
import type { ChainLink, LoadPlan, PlanStep, Reason, SkippedModule } from '../load-plan.ts';
import { doesNothing } from './command.ts';
import type { KmodConfiguration } from './configuration.ts';
import { type ConfigurationIndex, indexOf } from './configuration-index.ts';
import { type FoundModule, lookup, treeOrigin } from './lookup.ts';
import { type ProbedModule, type ProbeItem, ProbeLists } from './probe-list.ts';

/** How modprobe is called. */
export interface KmodPlanOptions {
  /** `-b`: a blacklist counts for modules that are asked for by name, too. */
  readonly useBlacklist?: boolean;
  /** `-i`: the install line and the softdep of what is asked for are passed over. */
  readonly ignoreInstall?: boolean;
  /** As `modprobe -n -v` instead of `modprobe -D`: what is compiled in counts as loaded, and nothing is said of it. */
  readonly skipBuiltin?: boolean;
}

/**
 * Says what `modprobe REQUEST` does on a machine that has nothing loaded yet, as `modprobe --show-depends` says it. Never
 * throws. `outcome` is `fails` when modprobe finds nothing, `loads` when a module that the request leads to is inserted or
 * compiled in, `unknown` when the command of an install line decides, otherwise `nothing`.
 *
 * @param request a module name, an alias, or the path of a module file, which begins with `/` or `./`
 */
export function planKmodLoad(
  request: string,
  configuration: KmodConfiguration,
  tree: ModuleTree,
  options: KmodPlanOptions = {},
): LoadPlan {
  const modules = find(request, configuration, tree);
  if (modules.length === 0) {
    const messages = [notFound(request, tree)];
    return { request, outcome: 'fails', chain: [{ name: request }], steps: [], messages, status: 1 };
  }
  const planner = new Planner(configuration, tree, options);
  for (const found of modules) planner.add(found);
  return { request, chain: chainOf(request, modules), ...planner.result(), status: 0 };
}

/** What `modprobe -R` answers. */
export interface ResolvedNames {
  readonly names: readonly string[];
  /** On stderr, each without a line end. */
  readonly messages: readonly string[];
  readonly status: number;
}

/** @returns the names of the modules that a request leads to, existing or not, as `modprobe -R REQUEST` gives them. */
export function resolveNames(
  request: string,
  configuration: KmodConfiguration,
  tree: ModuleTree,
): ResolvedNames {
  const names = find(request, configuration, tree).map(({ name }) => name);
  return names.length > 0
    ? { names, messages: [], status: 0 }
    : { names, messages: [notFound(request, tree)], status: 1 };
}

function find(request: string, configuration: KmodConfiguration, tree: ModuleTree): readonly FoundModule[] {
  return isPath(request) ? findPath(request, tree) : lookup(request, configuration, tree).modules;
}

function isPath(request: string): boolean {
  return request.startsWith('/') || request.startsWith('./');
}

/** Finds a module file of the tree; others cannot be looked into. */
function findPath(request: string, tree: ModuleTree): FoundModule[] {
  for (const { path, name, line } of tree.modules()) {
    if (path !== request) continue;
    const origin = treeOrigin(tree, 'modules.dep', line);
    const reason: Reason = { kind: 'request', text: 'asked for by path', origin };
    return [{ name, alias: undefined, reason, builtin: false, install: undefined }];
  }
  return [];
}

function notFound(request: string, tree: ModuleTree): string {
  return isPath(request)
    ? `modprobe: FATAL: Failed to get module from path ${request}: No such file or directory`
    : `modprobe: FATAL: Module ${request} not found in directory ${tree.directory}`;
}

function chainOf(request: string, modules: readonly FoundModule[]): ChainLink[] {
  const links = modules.filter(({ name, alias }) => alias !== undefined || name !== request);
  return [{ name: request }, ...links.map(({ name, reason }) => ({ name, via: reason }))];
}

/** Puts the plans for the modules of one request together. */
class Planner {
  readonly #index: ConfigurationIndex;
  readonly #tree: ModuleTree;
  readonly #options: KmodPlanOptions;
  readonly #lists: ProbeLists;
  readonly #steps: PlanStep[] = [];
  readonly #skipped: SkippedModule[] = [];
  readonly #messages: string[] = [];
  /** The steps for what was asked for, not for what that needs. */
  readonly #targetSteps: PlanStep[] = [];
  #truncated = false;

  constructor(configuration: KmodConfiguration, tree: ModuleTree, options: KmodPlanOptions) {
    this.#index = indexOf(configuration);
    this.#tree = tree;
    this.#options = options;
    this.#lists = new ProbeLists(configuration, tree);
  }

  add(found: FoundModule): void {
    const blacklist = this.#index.blacklist(found.name);
    if (blacklist !== undefined && (found.alias !== undefined || this.#options.useBlacklist === true)) {
      const reason: Reason = { kind: 'blacklist', text: `blacklist ${found.name}`, origin: blacklist.origin };
      this.#skipped.push({ module: found.name, reason });
      return;
    }
    if (this.#skipsBuiltin(found)) return;
    const list = this.#lists.list(found, this.#options.ignoreInstall ?? false);
    this.#messages.push(...list.messages);
    this.#truncated ||= list.truncated;
    for (const item of list.items) {
      const step = this.#skipsBuiltin(item.module) ? undefined : this.#step(item);
      if (step === undefined) continue;
      this.#steps.push(step);
      if (item.module === list.target) this.#targetSteps.push(step);
    }
  }

  /** @returns nothing for a module that does not exist: kmod passes it over silently. */
  #step({ module, reasons }: ProbeItem): PlanStep | undefined {
    const { name, alias, path } = module;
    const options = this.#index.options(name, alias).map(({ options: text, origin }) => ({ text, origin }));
    const install = module.install ?? this.#index.install(name);
    if (install !== undefined) {
      const { command, origin } = install;
      const line: Reason = { kind: 'command', text: `install ${install.module}`, origin };
      if (!module.ignoresCommand)
        return { action: 'install', module: name, command, options, reasons: [...reasons, line] };
      const passedOver = this.#options.ignoreInstall ? 'as asked for' : 'because of the softdep';
      reasons = [...reasons, { ...line, text: `${line.text} is passed over ${passedOver}` }];
    }
    if (path !== undefined) return { action: 'insmod', module: name, path, options, reasons };
    return this.#isBuiltin(module) ? { action: 'builtin', module: name, options, reasons } : undefined;
  }

  #skipsBuiltin(module: FoundModule | ProbedModule): boolean {
    return this.#options.skipBuiltin === true && this.#isBuiltin(module);
  }

  #isBuiltin({ name, builtin }: FoundModule | ProbedModule): boolean {
    return builtin || this.#tree.isBuiltin(name);
  }

  result(): Pick<LoadPlan, 'outcome' | 'steps' | 'skipped' | 'messages'> {
    const outcome = this.#outcome();
    return { outcome, steps: this.#steps, skipped: this.#skipped, messages: this.#messages };
  }

  #outcome(): LoadPlan['outcome'] {
    if (this.#targetSteps.some(({ action }) => action !== 'install')) return 'loads';
    const isOpen = this.#targetSteps.some(({ command }) => !doesNothing(command ?? ''));
    return isOpen || this.#truncated ? 'unknown' : 'nothing';
  }
}
