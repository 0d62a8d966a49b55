import type { SetFile } from '../loaders/kmod/configuration-set.ts';
import { normalizeName } from '../syntax/modprobe-d/names.ts';
import type { ModuleInfo } from '../tree/module-info.ts';
import type { IndexedModuleTree } from '../tree/open-module-tree.ts';
import type { Project, ProjectFile } from '../workspace/project.ts';
import type { RuleData } from './rule.ts';
import type { DepmodDData } from './rules/depmod-d/support.ts';
import { byPath } from './rules/kmod/file-state.ts';
import { commandsOf, type ModprobeDData, type ModprobeDocument } from './rules/modprobe-d/support.ts';
import { isModutilsKernel } from './rules/modules-conf/support.ts';
import type { ModulesLoadDData } from './rules/modules-load-d/support.ts';

/** @returns what the rules of modprobe.d, modules-load.d and depmod.d are handed, and the file as its loader reads it. */
export function kmodData(
  project: Project,
  file: ProjectFile,
): { readonly read: ProjectFile; readonly data: RuleData } {
  const { files } = project;
  const tree = treeOf(project);
  const ofTree = tree === undefined ? {} : { tree };
  switch (file.language) {
    case 'modprobe.d': {
      const set = project.kmodOf(file);
      const modinfo = tree && ((name: string) => infoOf(name, tree, project));
      const data: ModprobeDData = { set, files, ...ofTree, ...(modinfo && { modinfo }) };
      return { read: asRead(file, set.files, project), data };
    }
    case 'modules-load.d': {
      const load = project.modulesLoadOf(file);
      const data: ModulesLoadDData = { set: { load, kmod: project.kmodBeside(file) }, files, ...ofTree };
      return { read: asRead(file, load.files, project), data };
    }
    default: {
      const set = project.depmodOf(file);
      const data: DepmodDData = { set, files };
      return { read: asRead(file, set.files, project), data };
    }
  }
}

/** The module tree, if there is one that kmod reads and it is complete enough to say what is not in it. */
function treeOf({ tree, kernel }: Project): IndexedModuleTree | undefined {
  if (tree === undefined || isModutilsKernel(kernel)) return undefined;
  const { done } = tree.modules()[Symbol.iterator]().next();
  return done === true ? undefined : tree;
}

function infoOf(name: string, tree: IndexedModuleTree, project: Project): ModuleInfo | undefined {
  const module = tree.module(name);
  return module === undefined ? tree.builtinInfo(name) : project.moduleInfos.get(module.path);
}

/**
 * A file may have several names: /lib is a link to /usr/lib on most machines, and /etc/modules-load.d/modules.conf one to
 * /etc/modules on some.
 *
 * @returns the file by the name under which its configuration has it
 */
function asRead(file: ProjectFile, known: readonly SetFile[], { files }: Project): ProjectFile {
  if (byPath(known).has(file.path)) return file;
  const real = files.realPath(file.path);
  const same = real && known.find(({ path }) => files.realPath(path) === real)?.file;
  // An open document may be ahead of what was read.
  if (!same || same.document.text !== file.document.text) return file;
  return { ...same, language: file.language };
}

/** More modules than any one file has options for. */
const maximumModules = 100;

/** @returns the paths of the module files that the rules of a modprobe.d file look into: those that it has options for. */
export function modulesWithOptions(project: Project, document: ModprobeDocument): string[] {
  const commands = commandsOf(document, 'options');
  const tree = commands.length === 0 ? undefined : treeOf(project);
  if (tree === undefined) return [];
  const names = commands.map(({ tree: { name } }) => normalizeName(name?.text ?? '') ?? '');
  const paths = new Set(names.flatMap((name) => tree.module(name)?.path ?? []));
  return [...paths].slice(0, maximumModules);
}
