import type { FileSystem } from '../../server/src/files/file-system.ts';
import { MemoryFileSystem } from '../../server/src/files/memory-file-system.ts';
import { modulesConfData } from '../../server/src/lint/check.ts';
import type { Diagnostic } from '../../server/src/lint/diagnostic.ts';
import { lint } from '../../server/src/lint/registry.ts';
import type { RuleData, RuleExample } from '../../server/src/lint/rule.ts';
import type { ModulesConfData } from '../../server/src/lint/rules/modules-conf/support.ts';
import type { LintSettings } from '../../server/src/lint/settings.ts';
import { readConfiguration } from '../../server/src/loaders/modutils/read-configuration.ts';
import type { ConfigurationFile } from '../../server/src/loaders/origin.ts';
import { type LanguageId, languageOf } from '../../server/src/syntax/language.ts';
import type { ModulesConfTree } from '../../server/src/syntax/modules-conf/tree.ts';
import { decode } from '../../server/src/text/encoding.ts';
import { parseDocument } from '../../server/src/workspace/languages.ts';

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
  const document = parseDocument(text, language);
  const data = dataFor(language, { path, document }, project);
  return lint({ path, language, document, data, ...(project.settings && { settings: project.settings }) });
}

function dataFor(
  language: LanguageId,
  file: ConfigurationFile,
  { files, modified, main = file.path, kernel = '2.4.20' }: LintProject,
): RuleData {
  const machine = new MemoryFileSystem();
  for (const [path, content] of Object.entries(files)) {
    const date = modified?.[path];
    machine.write(path, date === undefined ? content : { content, modified: Date.parse(date) });
  }
  return language === 'modules.conf' ? confData(file as ConfFile, main, machine, kernel) : { files: machine };
}

type ConfFile = ConfigurationFile<ModulesConfTree>;

function confData(file: ConfFile, main: string, files: FileSystem, kernel: string): ModulesConfData {
  const open = (path: string): ConfFile => {
    if (path === file.path) return file;
    const document = parseDocument(decode(files.read(path)), 'modules.conf') as ConfFile['document'];
    return { path, document };
  };
  return modulesConfData(readConfiguration(open(main), { files, kernel, variables: {}, open }), files);
}

/** Checks a modules.conf that is the main file of its configuration, on a machine with kernel 2.4.20. */
export function lintConfiguration(path: string, text: string, files: FileSystem) {
  const document = parseDocument(text, 'modules.conf') as ConfFile['document'];
  const data = confData({ path, document }, path, files, '2.4.20');
  return { document, diagnostics: lint({ path, language: 'modules.conf', document, data }) };
}
