import { MemoryFileSystem } from '../../server/src/files/memory-file-system.ts';
import type { Diagnostic } from '../../server/src/lint/diagnostic.ts';
import { lint } from '../../server/src/lint/registry.ts';
import type { RuleData, RuleExample } from '../../server/src/lint/rule.ts';
import type { LintSettings } from '../../server/src/lint/settings.ts';
import { type LanguageId, languageOf } from '../../server/src/syntax/language.ts';
import { modulesConf } from '../../server/src/syntax/modules-conf/language.ts';
import { type LineLanguage, SourceDocument } from '../../server/src/text/source-document.ts';

/** A machine of strings, and the file on it that is checked (the first one). */
export interface LintProject extends RuleExample {
  readonly language?: LanguageId;
  readonly settings?: LintSettings;
}

const languages: Partial<Record<LanguageId, LineLanguage<unknown>>> = { 'modules.conf': modulesConf };

/** Checks the first file of a project with everything that the project has. */
export function lintProject(project: LintProject): Diagnostic[] {
  const [path = '', text = ''] = Object.entries(project.files)[0] ?? [];
  const language = project.language ?? languageOf(path, text);
  if (language === undefined) throw new Error(`no language for ${path}`);
  const parser = languages[language];
  if (parser === undefined) throw new Error(`no parser for ${language}`);
  const document = SourceDocument.parse(text, parser);
  const data = dataFor(language, path, document, project);
  return lint({ path, language, document, data, ...(project.settings && { settings: project.settings }) });
}

function dataFor(
  _language: LanguageId,
  _path: string,
  _document: SourceDocument<unknown>,
  { files, modified }: LintProject,
): RuleData {
  const machine = new MemoryFileSystem();
  for (const [path, content] of Object.entries(files)) {
    const date = modified?.[path];
    machine.write(path, date === undefined ? content : { content, modified: Date.parse(date) });
  }
  return { files: machine };
}
