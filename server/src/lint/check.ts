import type { FileSystem } from '../files/file-system.ts';
import type { ModutilsConfiguration } from '../loaders/modutils/configuration.ts';
import { readDependencies } from '../loaders/modutils/dependencies.ts';
import type { Dep24 } from '../tree/dep24.ts';
import type { Project, ProjectFile } from '../workspace/project.ts';
import type { Diagnostic } from './diagnostic.ts';
import { lint } from './registry.ts';
import type { RuleData } from './rule.ts';
import { isModutilsKernel, type ModulesConfData } from './rules/modules-conf/support.ts';
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
  const { language, document } = file;
  return lint({ path, location: file.path, language, document, settings, data: dataFor(project, file) });
}

function dataFor(project: Project, file: ProjectFile): RuleData {
  const { files } = project;
  return file.language === 'modules.conf' ? modulesConfData(project.modutilsOf(file), files) : { files };
}

/** @returns what the rules of modules.conf are handed about a configuration. */
export function modulesConfData(set: ModutilsConfiguration, files: FileSystem): ModulesConfData {
  const tree = isModutilsKernel(set.kernel) ? modulesOf(set, files) : undefined;
  return { set, files, ...(tree !== undefined && { tree }) };
}

/** The modules that modprobe can load; undefined where its list cannot be read, is empty or broken. */
function modulesOf(set: ModutilsConfiguration, files: FileSystem): Dep24 | undefined {
  const { list } = readDependencies(set, files);
  return list === undefined || list.invalid !== undefined || list.entries.length === 0 ? undefined : list;
}
