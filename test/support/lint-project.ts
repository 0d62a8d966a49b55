import type { FileSystem } from '../../server/src/files/file-system.ts';
import { MemoryFileSystem } from '../../server/src/files/memory-file-system.ts';
import { checkFile, modulesConfData } from '../../server/src/lint/check.ts';
import type { Diagnostic } from '../../server/src/lint/diagnostic.ts';
import { modulesDepData, modulesToRead } from '../../server/src/lint/modules-dep-data.ts';
import { lint } from '../../server/src/lint/registry.ts';
import type { RuleData, RuleExample } from '../../server/src/lint/rule.ts';
import type { ModulesConfData } from '../../server/src/lint/rules/modules-conf/support.ts';
import type { DepDocument } from '../../server/src/lint/rules/modules-dep/support.ts';
import type { LintSettings } from '../../server/src/lint/settings.ts';
import { readDependencies } from '../../server/src/loaders/modutils/dependencies.ts';
import { readConfiguration } from '../../server/src/loaders/modutils/read-configuration.ts';
import type { ConfigurationFile } from '../../server/src/loaders/origin.ts';
import { type LanguageId, languageOf } from '../../server/src/syntax/language.ts';
import type { ModulesConfTree } from '../../server/src/syntax/modules-conf/tree.ts';
import { decode } from '../../server/src/text/encoding.ts';
import { type ModuleInfo, parseModuleInfo } from '../../server/src/tree/module-info.ts';
import { parseDocument } from '../../server/src/workspace/languages.ts';
import { Project } from '../../server/src/workspace/project.ts';
import { binaryFile } from './binary-file.ts';

/** A machine of strings, and the file on it that is checked (the first one). */
export interface LintProject extends RuleExample {
  /** The main file of the configuration, where that is not the one that is checked. */
  readonly main?: string;
  readonly language?: LanguageId;
  readonly settings?: LintSettings;
}

/** Checks the first file of a project with everything that the project has. */
export function lintProject(project: LintProject): Diagnostic[] {
  const [path = '', text = ''] = Object.entries(project.files)[0] ?? [];
  const language = project.language ?? languageOf(path, text);
  if (language === undefined) throw new Error(`no language for ${path}`);
  if (language !== 'modules.conf' && language !== 'modules.dep')
    return lintWithProject(path, language, project);
  const document = parseDocument(text, language);
  const data = dataFor(language, { path, document }, project);
  return lint({ path, language, document, data, ...(project.settings && { settings: project.settings }) });
}

function dataFor(language: LanguageId, file: ConfigurationFile, project: LintProject): RuleData {
  const machine = machineOf(project);
  const { main = file.path, kernel = '2.4.20' } = project;
  return language === 'modules.conf'
    ? confData(file as ConfFile, main, machine, kernel)
    : depData(file.path, file.document as DepDocument, machine);
}

function depData(path: string, document: DepDocument, files: FileSystem): RuleData {
  const infoAt = (module: string): [string, ModuleInfo][] => {
    const info = parseModuleInfo(files.read(module));
    return typeof info === 'string' ? [] : [[module, info]];
  };
  const infos = new Map(modulesToRead(document, path, files).flatMap(infoAt));
  return modulesDepData(path, files, (module) => infos.get(module));
}

/** @returns the files of a project, with their dates and permissions. */
function machineOf({ files, binary, modified, mode }: RuleExample): MemoryFileSystem {
  const machine = new MemoryFileSystem();
  for (const [path, content] of Object.entries(files)) {
    const date = modified?.[path];
    const bits = mode?.[path];
    const metadata = {
      ...(date !== undefined && { modified: Date.parse(date) }),
      ...(bits !== undefined && { mode: bits }),
    };
    machine.write(path, { content, ...metadata });
  }
  for (const [path, text] of Object.entries(binary ?? {})) machine.write(path, binaryFile(path, text));
  return machine;
}

function lintWithProject(path: string, language: LanguageId, project: LintProject): Diagnostic[] {
  const { kernel = '6.1.0', settings } = project;
  const machine = new Project({ files: machineOf(project), kernel });
  return checkFile(machine, machine.read(path, language), path, settings);
}

type ConfFile = ConfigurationFile<ModulesConfTree>;

function confData(file: ConfFile, main: string, files: FileSystem, kernel: string): ModulesConfData {
  const open = (path: string): ConfFile => {
    if (path === file.path) return file;
    const document = parseDocument(decode(files.read(path)), 'modules.conf') as ConfFile['document'];
    return { path, document };
  };
  const set = readConfiguration(open(main), { files, kernel, variables: {}, open });
  return modulesConfData(set, files, () => readDependencies(set, files));
}

/** Checks a modules.conf that is the main file of its configuration, on a machine with kernel 2.4.20. */
export function lintConfiguration(path: string, text: string, files: FileSystem) {
  const document = parseDocument(text, 'modules.conf') as ConfFile['document'];
  const data = confData({ path, document }, path, files, '2.4.20');
  return { document, diagnostics: lint({ path, language: 'modules.conf', document, data }) };
}
