import type { DocumentSymbol } from 'vscode-languageserver-types';
import type { DepmodDTree } from '../syntax/depmod-d/tree.ts';
import type { ModprobeDTree } from '../syntax/modprobe-d/tree.ts';
import type { ModulesConfTree } from '../syntax/modules-conf/tree.ts';
import type { ModulesDepTree } from '../syntax/modules-dep/tree.ts';
import type { ModulesLoadDTree } from '../syntax/modules-load-d/tree.ts';
import type { SourceDocument } from '../text/source-document.ts';
import { depmodDSymbols } from './depmod-d/symbols.ts';
import { modprobeDSymbols } from './modprobe-d/symbols.ts';
import { modulesConfSymbols } from './modules-conf/symbols.ts';
import { modulesDepSymbols } from './modules-dep/symbols.ts';
import { modulesLoadDSymbols } from './modules-load-d/symbols.ts';
import type { Snapshot } from './snapshot.ts';

/** @returns what a document defines, for outlines and breadcrumbs, in order. */
export function documentSymbols({ language, document }: Snapshot): DocumentSymbol[] {
  switch (language) {
    case 'modules.conf':
      return modulesConfSymbols(document as SourceDocument<ModulesConfTree>);
    case 'modules.dep':
      return modulesDepSymbols(document as SourceDocument<ModulesDepTree>);
    case 'modprobe.d':
      return modprobeDSymbols(document as SourceDocument<ModprobeDTree>);
    case 'modules-load.d':
      return modulesLoadDSymbols(document as SourceDocument<ModulesLoadDTree>);
    case 'depmod.d':
      return depmodDSymbols(document as SourceDocument<DepmodDTree>);
  }
}
