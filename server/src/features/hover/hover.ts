import type { Hover } from 'vscode-languageserver-types';
import { depmodDHover } from '../depmod-d/hover.ts';
import type { LinePart } from '../line-part.ts';
import { locate } from '../located-part.ts';
import { modprobeDHover } from '../modprobe-d/hover.ts';
import { modulesConfHover } from '../modules-conf/hover.ts';
import { modulesDepHover } from '../modules-dep/hover.ts';
import { modulesLoadDHover } from '../modules-load-d/hover.ts';
import type { Snapshot } from '../snapshot.ts';
import { ruleMarkdown } from './rule-markdown.ts';

/**
 * @param offset in the document, in UTF-16 code units
 * @returns what there is to say of what stands there, as Markdown; undefined when there is nothing
 */
export function hover(snapshot: Snapshot, offset: number): Hover | undefined {
  const located = locate(snapshot, offset);
  if (located === undefined) return undefined;
  const { line, part } = located;
  const value = describe(snapshot, line, part);
  if (value === undefined || value === '') return undefined;
  const range = snapshot.document.rangeInLine(line, part.span);
  return { contents: { kind: 'markdown', value }, range };
}

function describe(snapshot: Snapshot, line: number, part: LinePart): string | undefined {
  if (part.kind === 'rule') return ruleMarkdown(part.id);
  switch (snapshot.language) {
    case 'modules.conf':
      return modulesConfHover(snapshot, line, part);
    case 'modules.dep':
      return modulesDepHover(snapshot, part);
    case 'modprobe.d':
      return modprobeDHover(snapshot, line, part);
    case 'modules-load.d':
      return modulesLoadDHover(snapshot, line, part);
    case 'depmod.d':
      return depmodDHover(snapshot, part);
  }
}
