import type { ConfigurationFile } from '../loaders/origin.ts';
import type { Project, ProjectFile } from '../workspace/project.ts';
import type { Diagnostic } from './diagnostic.ts';
import { lint } from './registry.ts';
import type { RuleData } from './rule.ts';
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
  return lint({ path, language, document, settings, data: dataFor(project, file) });
}

function dataFor(project: Project, file: ProjectFile): RuleData {
  switch (file.language) {
    case 'modules.conf':
      return { set: project.modutilsOf(file as ConfigurationFile), files: project.files };
    default:
      return { files: project.files };
  }
}
