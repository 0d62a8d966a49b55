import type { ModulesLoadDTree } from '../../syntax/modules-load-d/tree.ts';
import { type LinePart, oncePerLine, type PartsOf } from '../line-part.ts';
import { suppressionParts } from '../suppression-parts.ts';

/** @returns the parts of a line of modules-load.d or /etc/modules: the name, and what only /etc/modules may have behind it. */
export const modulesLoadDParts: PartsOf<ModulesLoadDTree> = oncePerLine(({ tree, raw }) => {
  if (tree.kind !== 'name') return suppressionParts(raw);
  const [name, ...options] = tree.words;
  if (name === undefined) return [];
  const module = name.text;
  return [
    { kind: 'name', name: module, role: 'mention', span: name.span },
    ...options.map(({ text, span }): LinePart => ({ kind: 'option', module, text, span })),
  ];
});
