import type { FileSystem } from '../files/file-system.ts';
import type { ModutilsConfiguration } from '../loaders/modutils/configuration.ts';
import type { ModutilsDependencies } from '../loaders/modutils/dependencies.ts';
import type { Dep24 } from '../tree/dep24.ts';
import type { Project, ProjectFile } from '../workspace/project.ts';
import type { Diagnostic } from './diagnostic.ts';
import { kmodData, modulesWithOptions } from './kmod-data.ts';
import { modulesDepData, modulesToRead } from './modules-dep-data.ts';
import { lint } from './registry.ts';
import type { RuleData } from './rule.ts';
import type { ModprobeDocument } from './rules/modprobe-d/support.ts';
import { isGenerated } from './rules/modprobe-d/tree-softdeps.ts';
import { isModutilsKernel, type ModulesConfData } from './rules/modules-conf/support.ts';
import type { DepDocument } from './rules/modules-dep/support.ts';
import type { LintSettings } from './settings.ts';

/**
 * Checks one file with everything that its project knows: what the command line and the server both call.
 *
 * @param path as the caller names the file, for the diagnostics
 * @returns the findings in order of position; never throws
 */
export function checkFile(
  project: Project,
  file: ProjectFile,
  path: string,
  settings: LintSettings = {},
): Diagnostic[] {
  const { read, data } = dataFor(project, file);
  const { language, document } = read;
  // What depmod writes is nobody's to mend.
  if (language === 'modprobe.d' && isGenerated(read.path)) return [];
  return lint({ path, location: read.path, language, document, settings, data });
}

/**
 * Has the module files read that the rules of a file look into. That takes time, because they are compressed; so it is done
 * before {@link checkFile}, and rules that need what is not read stay silent.
 */
export async function loadModuleInfos(project: Project, file: ProjectFile): Promise<void> {
  for (const path of modulesLookedInto(project, file)) await project.moduleInfos.load(path);
}

function modulesLookedInto(project: Project, { language, document, path }: ProjectFile): readonly string[] {
  switch (language) {
    case 'modprobe.d':
      return modulesWithOptions(project, document as ModprobeDocument);
    case 'modules.dep':
      return modulesToRead(document as DepDocument, path, project.files);
    default:
      return [];
  }
}

/** A file as its loader reads it, and what its rules are handed. */
interface FileData {
  readonly read: ProjectFile;
  readonly data: RuleData;
}

function dataFor(project: Project, file: ProjectFile): FileData {
  const { files } = project;
  switch (file.language) {
    case 'modules.conf': {
      const dependenciesOf = (set: ModutilsConfiguration) => project.dependenciesOf(set);
      return { read: file, data: modulesConfData(project.modutilsOf(file), files, dependenciesOf) };
    }
    case 'modules.dep':
      return { read: file, data: modulesDepData(file.path, files, (path) => project.moduleInfos.get(path)) };
    default:
      return kmodData(project, file);
  }
}

/** @returns what the rules of modules.conf are handed about a configuration. */
export function modulesConfData(
  set: ModutilsConfiguration,
  files: FileSystem,
  dependenciesOf: (set: ModutilsConfiguration) => ModutilsDependencies,
): ModulesConfData {
  const tree = isModutilsKernel(set.kernel) ? usable(dependenciesOf(set)) : undefined;
  return { set, files, ...(tree !== undefined && { tree }) };
}

/** The modules that modprobe can load; undefined where its list cannot be read, is empty or broken. */
function usable({ list }: ModutilsDependencies): Dep24 | undefined {
  return list === undefined || list.invalid !== undefined || list.entries.length === 0 ? undefined : list;
}
