import { directoryName } from '../../../files/paths.ts';
import { type DepDocument, entriesOf, type PlacedEntry } from './support.ts';

/**
 * @param location where the modules.dep is
 * @returns the entries of modules that do not come with the kernel: all that are not in the tree's directory `kernel/`
 */
export function addedModules(document: DepDocument, location: string): PlacedEntry[] {
  const own = `${directoryName(location)}/`;
  return entriesOf(document).filter(({ tree }) => {
    const { text } = tree.target;
    const inTree = text.startsWith(own) ? text.slice(own.length) : text;
    return tree.generation !== undefined && !inTree.startsWith('kernel/');
  });
}
