import type { KmodConfiguration } from '../loaders/kmod/configuration.ts';
import { type ConfigurationIndex, indexOf } from '../loaders/kmod/configuration-index.ts';
import type { SetFile } from '../loaders/kmod/configuration-set.ts';
import { planKmodLoad } from '../loaders/kmod/plan-load.ts';
import type { LoadPlan } from '../loaders/load-plan.ts';
import { normalizeName } from '../syntax/modprobe-d/names.ts';
import { modulesDirectory } from '../tree/kernel-versions.ts';
import { IndexedModuleTree } from '../tree/open-module-tree.ts';
import type { Project } from '../workspace/project.ts';
import type { Snapshot } from './snapshot.ts';

/** What kmod knows around a document: the configuration, the modules of the kernel in force, and what a request does. */
export class KmodView {
  readonly project: Project;
  readonly configuration: KmodConfiguration;
  readonly index: ConfigurationIndex;
  /** Without modules where the kernel in force has none here. */
  readonly tree: IndexedModuleTree;
  readonly #plans = new Map<string, LoadPlan>();
  readonly #bootPlans = new Map<string, LoadPlan>();

  constructor(project: Project, configuration: KmodConfiguration) {
    const { kernel, files } = project;
    this.project = project;
    this.configuration = configuration;
    this.index = indexOf(configuration);
    this.tree = project.tree ?? new IndexedModuleTree(files, kernel, `${modulesDirectory}/${kernel}`);
  }

  /** Why nobody knows here which modules there are; for people. */
  get treeProblem(): string | undefined {
    const { kernel, tree } = this.project;
    const [first] = tree?.modules() ?? [];
    return first === undefined ? `there is no modules.dep of kernel ${kernel} here` : undefined;
  }

  /** @returns what `modprobe NAME` does where nothing is loaded yet. */
  plan(name: string): LoadPlan {
    return remember(this.#plans, name, () => planKmodLoad(name, this.configuration, this.tree));
  }

  /** @returns what the start of the system does for a line of modules-load.d: `modprobe -b NAME`. */
  bootPlan(name: string): LoadPlan {
    const options = { useBlacklist: true };
    return remember(this.#bootPlans, name, () => planKmodLoad(name, this.configuration, this.tree, options));
  }

  /** @returns what became of a file of the configuration; undefined for one that is no part of it. */
  fileState(path: string): SetFile | undefined {
    return this.configuration.files.find((file) => file.path === path);
  }
}

function remember<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = known.get(key);
  if (value === undefined) {
    value = make();
    known.set(key, value);
  }
  return value;
}

const views = new WeakMap<KmodConfiguration, KmodView>();

/**
 * @returns what kmod knows around a document: by the configuration that it is part of where it is one of modprobe.d, otherwise by
 *   the machine's own; the same for one state of the machine
 */
export function kmodView({ project, language, file }: Snapshot): KmodView {
  const configuration = language === 'modprobe.d' ? project.kmodOf(file) : project.kmod();
  let view = views.get(configuration);
  if (view === undefined) {
    view = new KmodView(project, configuration);
    views.set(configuration, view);
  }
  return view;
}

/** @returns a name as kmod compares it; as it is where an unpaired bracket makes it none. */
export function kmodName(name: string): string {
  return normalizeName(name) ?? name;
}

/** @returns whether a name is a pattern where kmod looks for patterns. */
export function isPattern(name: string): boolean {
  return /[*?[\\]/.test(name);
}
