import type { ModulesConfTree } from '../syntax/modules-conf/tree.ts';
import type { ModulesDepTree } from '../syntax/modules-dep/tree.ts';
import type { SourceLine } from '../text/source-document.ts';
import { type LinePart, partAt } from './line-part.ts';
import { modulesConfParts } from './modules-conf/line-parts.ts';
import { modulesDepParts } from './modules-dep/line-parts.ts';
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
    default:
      return [];
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
