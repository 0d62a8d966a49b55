import type { Parameter } from '../../../syntax/modprobe-d/tree.ts';
import type { ModuleInfo, ModuleParameter } from '../../../tree/module-info.ts';
import { withUnderscores } from '../../../tree/names.ts';
import { commandsOf, type ModprobeDData, type ModprobeDocument, normalized } from './support.ts';

/** A parameter in a line of options, with what its module says about it. */
export interface PlacedParameter {
  readonly line: number;
  /** As written. */
  readonly module: string;
  readonly word: Parameter;
  /** Undefined where the module has no such parameter. */
  readonly known: ModuleParameter | undefined;
  readonly info: ModuleInfo;
}

/** What the kernel takes for any module. */
const general: ReadonlySet<string> = new Set(['async_probe', 'dyndbg']);

/** @returns the options in a document for modules of which the parameters are known. */
export function parametersIn(
  document: ModprobeDocument,
  modinfo: NonNullable<ModprobeDData['modinfo']>,
): PlacedParameter[] {
  const found: PlacedParameter[] = [];
  for (const { line, tree } of commandsOf(document, 'options')) {
    if (tree.name === undefined) continue;
    const info = modinfo(normalized(tree.name));
    if (info === undefined) continue;
    for (const word of tree.parameters) {
      const name = withUnderscores(word.name.text);
      // What is no name of a parameter is another rule's.
      if (general.has(name) || !/^\w[\w.]*$/.test(name)) continue;
      found.push({ line, module: tree.name.text, word, known: parameterNamed(name, info), info });
    }
  }
  return found;
}

function parameterNamed(name: string, info: ModuleInfo): ModuleParameter | undefined {
  return info.parameters.find((parameter) => withUnderscores(parameter.name) === name);
}
