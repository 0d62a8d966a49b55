import type { DepmodDTree } from '../syntax/depmod-d/tree.ts';
import type { ModprobeDTree } from '../syntax/modprobe-d/tree.ts';
import type { ModulesConfTree } from '../syntax/modules-conf/tree.ts';
import type { ModulesDepTree } from '../syntax/modules-dep/tree.ts';
import type { ModulesLoadDTree } from '../syntax/modules-load-d/tree.ts';
import type { SourceLine } from '../text/source-document.ts';
import { depmodDParts } from './depmod-d/line-parts.ts';
import { type LinePart, partAt } from './line-part.ts';
import { modprobeDParts } from './modprobe-d/line-parts.ts';
import { modulesConfParts } from './modules-conf/line-parts.ts';
import { modulesDepParts } from './modules-dep/line-parts.ts';
import { modulesLoadDParts } from './modules-load-d/line-parts.ts';
import type { Snapshot } from './snapshot.ts';

/** A part of a document. */
export interface LocatedPart {
  /** Index of its logical line. */
  readonly line: number;
  readonly part: LinePart;
}

/** @returns the parts of a line, by the document's language. */
export function partsOf(
  { language, document }: Pick<Snapshot, 'language' | 'document'>,
  line: number,
): readonly LinePart[] {
  const source = document.line(line);
  switch (language) {
    case 'modules.conf':
      return modulesConfParts(source as SourceLine<ModulesConfTree>);
    case 'modules.dep':
      return modulesDepParts(source as SourceLine<ModulesDepTree>);
    case 'modprobe.d':
      return modprobeDParts(source as SourceLine<ModprobeDTree>);
    case 'modules-load.d':
      return modulesLoadDParts(source as SourceLine<ModulesLoadDTree>);
    case 'depmod.d':
      return depmodDParts(source as SourceLine<DepmodDTree>);
  }
}

/** @returns what stands at an offset of the document; undefined where nothing does. */
export function locate(snapshot: Snapshot, offset: number): LocatedPart | undefined {
  const { document } = snapshot;
  const line = document.lineIndexAt(offset);
  if (line < 0) return undefined;
  const part = partAt(partsOf(snapshot, line), offset - document.startOf(line));
  return part && { line, part };
}
