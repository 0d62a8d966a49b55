import type { LoadPlan } from '../loaders/load-plan.ts';
import type { ModutilsConfiguration } from '../loaders/modutils/configuration.ts';
import { dependenciesFrom, type ModutilsDependencies } from '../loaders/modutils/dependencies.ts';
import { planLoad } from '../loaders/modutils/plan/plan-load.ts';
import { readConfiguration } from '../loaders/modutils/read-configuration.ts';
import type { ModulesDepTree } from '../syntax/modules-dep/tree.ts';
import type { SourceDocument } from '../text/source-document.ts';
import { type Dep24, readDep24 } from '../tree/dep24.ts';
import type { Project, ProjectFile } from '../workspace/project.ts';
import { type DependencyGraph, dependencyGraph } from './modules-dep/dependency-graph.ts';
import type { Snapshot } from './snapshot.ts';

/** A modules.dep that is at hand. */
export interface DependencyList {
  readonly file: ProjectFile;
  readonly document: SourceDocument<ModulesDepTree>;
  readonly graph: DependencyGraph;
}

/** What modutils knows around a document: the configuration, the modules, and what a request does. Worked out when asked for. */
export class ModutilsView {
  readonly project: Project;
  readonly configuration: ModutilsConfiguration;
  readonly #plans = new Map<string, LoadPlan>();
  #list: DependencyList | undefined | 'none';
  #dependencies: ModutilsDependencies | undefined;

  /** @param list the modules.dep to work with; undefined finds the one that the configuration names */
  constructor(project: Project, configuration: ModutilsConfiguration, list?: DependencyList) {
    this.project = project;
    this.configuration = configuration;
    this.#list = list;
  }

  /** The modules.dep in force; undefined when there is none, or nobody knows where. */
  get list(): DependencyList | undefined {
    this.#list ??= this.#findList() ?? 'none';
    return this.#list === 'none' ? undefined : this.#list;
  }

  /** @returns what `modprobe NAME` does where nothing is loaded yet. */
  plan(name: string): LoadPlan {
    let plan = this.#plans.get(name);
    if (plan === undefined) {
      this.#dependencies ??= this.#readDependencies();
      plan = planLoad(name, this.configuration, this.#dependencies);
      this.#plans.set(name, plan);
    }
    return plan;
  }

  /** Why nobody knows here which modules there are; for people. */
  get listProblem(): string | undefined {
    const { kernel } = this.configuration;
    if (this.list?.graph.generation === '2.6')
      return `modutils does not read the modules.dep of kernel ${kernel}`;
    return this.list === undefined ? `there is no modules.dep of kernel ${kernel} here` : undefined;
  }

  #readDependencies(): ModutilsDependencies {
    // Without modules, a plan still tells how the names are followed.
    return dependenciesFrom(this.listProblem === undefined ? dep24(this.list!) : readDep24('', ''));
  }

  #findList(): DependencyList | undefined {
    const place = this.configuration.generatedFiles.find(({ name }) => name === 'depfile')?.value;
    const path = place?.known ? place.words[0] : undefined;
    return path === undefined ? undefined : readList(this.project, path);
  }
}

const views = new WeakMap<Snapshot, ModutilsView>();

/** @returns what modutils knows around a document of modules.conf or modules.dep; the same for one snapshot. */
export function modutilsView(snapshot: Snapshot): ModutilsView {
  let view = views.get(snapshot);
  if (view === undefined) {
    const { project, language, file } = snapshot;
    view =
      language === 'modules.dep'
        ? new ModutilsView(project, machineConfiguration(project), toList(file))
        : new ModutilsView(project, project.modutilsOf(file));
    views.set(snapshot, view);
  }
  return view;
}

const machineViews = new WeakMap<Project, ModutilsView>();

/** @returns what modutils knows of a machine by its own configuration and modules.dep; the same for one project. */
export function machineView(project: Project): ModutilsView {
  let view = machineViews.get(project);
  if (view === undefined) {
    view = new ModutilsView(project, machineConfiguration(project));
    machineViews.set(project, view);
  }
  return view;
}

function machineConfiguration(project: Project): ModutilsConfiguration {
  try {
    return project.modutilsOf(project.read('/etc/modules.conf', 'modules.conf'));
  } catch {
    return readConfiguration(undefined, project.modutilsEnvironment()); // no such file: the defaults apply
  }
}

function readList(project: Project, path: string): DependencyList | undefined {
  try {
    return toList(project.read(path, 'modules.dep'));
  } catch {
    return undefined; // the plan says why
  }
}

function toList(file: ProjectFile): DependencyList {
  const document = file.document as SourceDocument<ModulesDepTree>;
  return { file, document, graph: dependencyGraph(document) };
}

const lists = new WeakMap<SourceDocument<ModulesDepTree>, Dep24>();

/** As modprobe reads it; once for each version of the document. */
function dep24({ file, document }: DependencyList): Dep24 {
  let list = lists.get(document);
  if (list === undefined) {
    list = readDep24(file.path, document.text);
    lists.set(document, list);
  }
  return list;
}
