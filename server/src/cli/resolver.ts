import { planKmodLoad, resolveNames } from '../loaders/kmod/plan-load.ts';
import { printKmodPlan } from '../loaders/kmod/print-plan.ts';
import type { LoadPlan, PlanStep, ReasonKind } from '../loaders/load-plan.ts';
import { dependenciesFrom, readDependencies } from '../loaders/modutils/dependencies.ts';
import { planLoad } from '../loaders/modutils/plan/plan-load.ts';
import { printPlan } from '../loaders/modutils/plan/print-plan.ts';
import type { Note } from '../loaders/origin.ts';
import { decode } from '../text/encoding.ts';
import { readDep24 } from '../tree/dep24.ts';
import { modulesDirectory } from '../tree/kernel-versions.ts';
import { IndexedModuleTree } from '../tree/open-module-tree.ts';
import type { Project } from '../workspace/project.ts';
import type { Configured } from './configurations.ts';
import type { NamedDependencies } from './named-dependencies.ts';
import { withFile } from './overlay.ts';

/** Answers requests as one loader does with one configuration. */
export interface Resolver {
  plan(request: string): LoadPlan;
  /** @returns what the loader prints for a plan: whole lines. */
  print(plan: LoadPlan): string;
  /** @returns the modules that the request leads to, without what they need. */
  names(request: string): Names;
  /** What of the module tree could not be read, as messages; known after an answer. */
  problems(): readonly string[];
}

interface Names {
  readonly names: readonly string[];
  /** What the loader says on stderr, each without a line end. */
  readonly messages: readonly string[];
  /** As of a plan. */
  readonly notes?: readonly Note[];
  /** The exit status of the loader. */
  readonly status: number;
}

/** @returns who answers requests for a configuration below a project's root. */
export function resolverFor(
  configured: Configured,
  project: Project,
  dependencies: NamedDependencies | undefined,
): Resolver {
  return configured.loader === 'modutils'
    ? modutilsResolver(configured, project, dependencies)
    : kmodResolver(configured, project, dependencies);
}

function modutilsResolver(
  { configuration }: Extract<Configured, { loader: 'modutils' }>,
  { files }: Project,
  named: NamedDependencies | undefined,
): Resolver {
  const dependencies =
    named === undefined
      ? readDependencies(configuration, files)
      : dependenciesFrom(readDep24(named.shown, decode(named.bytes)));
  const plan = (request: string) => planLoad(request, configuration, dependencies);
  return {
    plan,
    print: (made) =>
      printPlan(made)
        .map((line) => `${line}\n`)
        .join(''),
    names: (request) => {
      const { steps, messages, notes = [], status } = plan(request);
      const names = [...new Set(steps.filter(isTarget).map(({ module }) => module))];
      return { names, messages, notes, status };
    },
    problems: () => [],
  };
}

/** Why a module is loaded that nobody asked for. */
const attendant = new Set<ReasonKind>(['dependency', 'above', 'below', 'command']);

function isTarget({ action, reasons }: PlanStep): boolean {
  const loads = action === 'insmod' || action === 'install';
  return loads && reasons.some(({ kind }) => !attendant.has(kind));
}

function kmodResolver(
  { configuration }: Extract<Configured, { loader: 'kmod' }>,
  project: Project,
  named: NamedDependencies | undefined,
): Resolver {
  const { kernel } = project;
  const directory = `${modulesDirectory}/${kernel}`;
  const files =
    named === undefined ? project.files : withFile(project.files, `${directory}/modules.dep`, named);
  // Without the directory, everything in it is missing: then kmod finds nothing, and says so.
  const tree = new IndexedModuleTree(files, kernel, directory);
  return {
    plan: (request) => planKmodLoad(request, configuration, tree),
    print: printKmodPlan,
    names: (request) => resolveNames(request, configuration, tree),
    problems: () => tree.problems.map(({ message }) => message),
  };
}
