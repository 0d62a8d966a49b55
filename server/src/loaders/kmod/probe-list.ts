import { normalizePath } from '../../files/paths.ts';
import type { ModuleTree } from '../../tree/module-tree.ts';
import { moduleNameOf } from '../../tree/names.ts';
import type { Reason } from '../load-plan.ts';
import type { CommandEntry, KmodConfiguration, SoftdepEntry } from './configuration.ts';
import { type ConfigurationIndex, indexOf } from './configuration-index.ts';
import { type FoundModule, lookup, treeOrigin } from './lookup.ts';

/** More than any real configuration makes of a request by far; a list this long is cut. */
const maximumLength = 100_000;

/**
 * A module as kmod keeps it while it works on a request: one object for each name, and one more for each alias that the
 * name is found by. What is visited once is the object, not the name.
 */
export interface ProbedModule {
  readonly name: string;
  readonly alias: string | undefined;
  /** The module file, absolute inside the root; undefined where modules.dep does not have the module. */
  path: string | undefined;
  /** It was found as compiled in. */
  builtin: boolean;
  /** The install line that has exactly the requested name, where it was found by that. */
  install: CommandEntry | undefined;
  /** Whether its install line is passed over: it has a softdep, or install lines are ignored. */
  ignoresCommand: boolean;
  visited: boolean;
}

/** A place in the list of what is to be inserted; the same module may have several. */
export interface ProbeItem {
  readonly module: ProbedModule;
  /** Why it is there, the nearest reason first. */
  readonly reasons: readonly Reason[];
}

export interface ProbeList {
  /** What the list was made for. */
  readonly target: ProbedModule;
  readonly items: readonly ProbeItem[];
  /** What kmod says about softdeps that cannot be looked up. */
  readonly messages: readonly string[];
  /** Whether the list was cut. */
  readonly truncated: boolean;
}

type Task =
  | { readonly kind: 'probe'; readonly module: ProbedModule; readonly reasons: readonly Reason[] }
  | { readonly kind: 'withSoftdeps'; readonly module: ProbedModule; readonly reasons: readonly Reason[] }
  | {
      readonly kind: 'append';
      readonly module: ProbedModule;
      readonly reasons: readonly Reason[];
      readonly ignoresCommand: boolean;
    };

/** Makes the lists of modules to insert, as kmod does; modules keep what they know from one list to the next. */
export class ProbeLists {
  readonly #configuration: KmodConfiguration;
  readonly #index: ConfigurationIndex;
  readonly #tree: ModuleTree;
  readonly #pool = new Map<string, ProbedModule>();

  constructor(configuration: KmodConfiguration, tree: ModuleTree) {
    this.#configuration = configuration;
    this.#index = indexOf(configuration);
    this.#tree = tree;
  }

  /**
   * Lists what inserting a module inserts. Dependencies come first, from the far end of the modules.dep line, each between
   * the modules of its softdep; then the module between those of its own. A module that a softdep asks for comes with its
   * dependencies, but only once.
   *
   * @param ignoreInstall as `modprobe -i`: the module's own install line and softdep are passed over
   */
  list(found: FoundModule, ignoreInstall: boolean): ProbeList {
    for (const module of this.#pool.values()) module.visited = false;
    const target = this.#module(found);
    const items: ProbeItem[] = [];
    const messages: string[] = [];
    // A stack of what is still to do instead of recursion: softdeps may follow each other as far as a configuration likes.
    const tasks: Task[] = [{ kind: 'probe', module: target, reasons: [found.reason] }];
    while (tasks.length > 0 && items.length < maximumLength) {
      const task = tasks.pop()!;
      const { module } = task;
      if (task.kind === 'append') {
        module.ignoresCommand = task.ignoresCommand;
        items.push({ module, reasons: task.reasons });
      } else if (task.kind === 'withSoftdeps') {
        pushInOrder(tasks, this.#expandSoftdeps(task.module, task.reasons, messages));
      } else if (!module.visited) {
        module.visited = true;
        const own: Task =
          ignoreInstall && module === target
            ? { kind: 'append', module, reasons: task.reasons, ignoresCommand: true }
            : { kind: 'withSoftdeps', module, reasons: task.reasons };
        pushInOrder(tasks, [...this.#dependencies(module), own]);
      }
    }
    return { target, items, messages, truncated: tasks.length > 0 };
  }

  #module({ name, alias, builtin, install }: FoundModule): ProbedModule {
    const module = this.#pooled(name, alias);
    module.builtin ||= builtin;
    module.install ??= install;
    return module;
  }

  #pooled(name: string, alias?: string): ProbedModule {
    const key = alias === undefined ? name : `${name}\\${alias}`;
    const existing = this.#pool.get(key);
    if (existing !== undefined) return existing;
    const path = this.#tree.module(name)?.path;
    const state = { builtin: false, install: undefined, ignoresCommand: false, visited: false };
    const module: ProbedModule = { name, alias, path, ...state };
    this.#pool.set(key, module);
    return module;
  }

  #dependencies({ name }: ProbedModule): Task[] {
    const entry = this.#tree.module(name);
    if (entry === undefined) return [];
    const origin = treeOrigin(this.#tree, 'modules.dep', entry.line);
    const reasons: Reason[] = [{ kind: 'dependency', text: `needed by ${name}`, origin }];
    return entry.dependencies.toReversed().map((listed): Task => {
      const module = this.#pooled(moduleNameOf(listed));
      module.path ??= normalizePath(listed, this.#tree.directory);
      return { kind: 'withSoftdeps', module, reasons };
    });
  }

  #expandSoftdeps(module: ProbedModule, reasons: readonly Reason[], messages: string[]): Task[] {
    const softdep = this.#index.softdep(module.name);
    const pre = this.#lookUpAll(softdep, 'pre', messages);
    const post = this.#lookUpAll(softdep, 'post', messages);
    const ignoresCommand = pre.length > 0 || post.length > 0;
    return [...pre, { kind: 'append', module, reasons, ignoresCommand }, ...post];
  }

  #lookUpAll(softdep: SoftdepEntry | undefined, when: 'pre' | 'post', messages: string[]): Task[] {
    if (softdep === undefined) return [];
    const reason: Reason = {
      kind: `softdep-${when}`,
      text: `softdep ${softdep.module} ${when}:`,
      origin: softdep.origin,
    };
    return softdep[when].flatMap((name) => {
      const { normalized, modules } = lookup(name, this.#configuration, this.#tree);
      if (normalized === undefined)
        messages.push(`modprobe: ERROR: failed to lookup dependency '${name}', continuing anyway.`);
      return modules.map((found): Task => {
        const reasons = found.alias === undefined ? [reason] : [reason, found.reason];
        return { kind: 'probe', module: this.#module(found), reasons };
      });
    });
  }
}

function pushInOrder(tasks: Task[], next: readonly Task[]): void {
  for (let at = next.length - 1; at >= 0; at--) tasks.push(next[at]!);
}
