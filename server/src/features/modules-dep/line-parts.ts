import type { ModulesDepTree } from '../../syntax/modules-dep/tree.ts';
import { type LinePart, oncePerLine, type PartsOf } from '../line-part.ts';
import { suppressionParts } from '../suppression-parts.ts';

/** @returns the parts of a line of modules.dep. */
export const modulesDepParts: PartsOf<ModulesDepTree> = oncePerLine(({ tree, raw }) => {
  if (tree.kind === 'empty') return suppressionParts(raw);
  const { target, dependencies } = tree;
  const parts: LinePart[] = [];
  if (target.text !== '')
    parts.push({ kind: 'module-file', path: target.text, role: 'target', span: target.span });
  for (const { text, span } of dependencies)
    parts.push({ kind: 'module-file', path: text, role: 'dependency', span });
  return parts;
});
