import { depmodD } from '../syntax/depmod-d/language.ts';
import type { LanguageId } from '../syntax/language.ts';
import { modprobeD } from '../syntax/modprobe-d/language.ts';
import { modulesConf } from '../syntax/modules-conf/language.ts';
import { modulesDep } from '../syntax/modules-dep/language.ts';
import { modulesLoadD } from '../syntax/modules-load-d/language.ts';
import { type LineLanguage, SourceDocument } from '../text/source-document.ts';

const languages: Readonly<Record<LanguageId, LineLanguage<unknown>>> = {
  'modules.conf': modulesConf,
  'modules.dep': modulesDep,
  'modprobe.d': modprobeD,
  'modules-load.d': modulesLoadD,
  'depmod.d': depmodD,
};

/** Reads and parses a text in a language; never throws. */
export function parseDocument(text: string, language: LanguageId): SourceDocument<unknown> {
  return SourceDocument.parse(text, languages[language]);
}
