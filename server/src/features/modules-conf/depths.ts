import type { ModulesConfTree } from '../../syntax/modules-conf/tree.ts';
import type { SourceDocument } from '../../text/source-document.ts';

const known = new WeakMap<SourceDocument<ModulesConfTree>, Int32Array>();

/**
 * @returns for each line in how many conditionals it is; the words of a conditional are as deep as what is around it. Words that
 *   have no `if` count as if they were not there.
 */
export function lineDepths(document: SourceDocument<ModulesConfTree>): Int32Array {
  let depths = known.get(document);
  if (depths === undefined) {
    depths = measure(document);
    known.set(document, depths);
  }
  return depths;
}

function measure(document: SourceDocument<ModulesConfTree>): Int32Array {
  const depths = new Int32Array(document.lineCount);
  let depth = 0;
  document.lines.forEach(({ tree }, line) => {
    const directive = tree.kind === 'directive' ? tree.directive : undefined;
    if (directive === 'endif') depth = Math.max(0, depth - 1);
    const isBranch = directive === 'else' || directive === 'elseif';
    depths[line] = isBranch ? Math.max(0, depth - 1) : depth;
    if (directive === 'if') depth++;
  });
  return depths;
}
