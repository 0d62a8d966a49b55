import type { DepmodDTree } from '../../syntax/depmod-d/tree.ts';
import { type LinePart, oncePerLine, type PartsOf } from '../line-part.ts';
import { suppressionParts } from '../suppression-parts.ts';

/** @returns the parts of a line of depmod.d. */
export const depmodDParts: PartsOf<DepmodDTree> = oncePerLine(({ tree, raw }) => {
  if (tree.kind !== 'command') return suppressionParts(raw);
  const { command, directive, words } = tree;
  const head: LinePart = { kind: 'directive', directive, written: command.text, span: command.span };
  if (directive === undefined) return [head];
  const rest = words.map(
    ({ text, span }, index): LinePart =>
      directive === 'override' && index === 0
        ? { kind: 'name', name: text, role: 'mention', span }
        : { kind: 'value', directive, text, span },
  );
  return [head, ...rest];
});
