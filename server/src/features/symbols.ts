import type { DocumentSymbol } from 'vscode-languageserver-types';
import type { ModulesConfTree } from '../syntax/modules-conf/tree.ts';
import type { ModulesDepTree } from '../syntax/modules-dep/tree.ts';
import type { SourceDocument } from '../text/source-document.ts';
import { modulesConfSymbols } from './modules-conf/symbols.ts';
import { modulesDepSymbols } from './modules-dep/symbols.ts';
import type { Snapshot } from './snapshot.ts';

/** @returns what a document defines, for outlines and breadcrumbs, in order. */
export function documentSymbols({ language, document }: Snapshot): DocumentSymbol[] {
  switch (language) {
    case 'modules.conf':
      return modulesConfSymbols(document as SourceDocument<ModulesConfTree>);
    case 'modules.dep':
      return modulesDepSymbols(document as SourceDocument<ModulesDepTree>);
    default:
      return [];
  }
}
