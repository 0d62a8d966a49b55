import { joinPath } from '../../files/paths.ts';
import type { DirectiveName } from '../../syntax/depmod-d/tree.ts';
import { code, paragraphs } from '../hover/markdown.ts';
import { kmodView } from '../kmod-view.ts';
import type { LinePart } from '../line-part.ts';
import { directiveMarkdown } from '../modprobe-d/hover.ts';
import { kmodNameHover } from '../modprobe-d/module-hover.ts';
import type { Snapshot } from '../snapshot.ts';
import { depmodDDocs } from './directive-docs.ts';

/** @returns what there is to say of a part of a line of depmod.d, as Markdown. */
export function depmodDHover(snapshot: Snapshot, part: LinePart): string | undefined {
  switch (part.kind) {
    case 'directive':
      return part.directive === undefined
        ? 'depmod does not know this line: it says `ignoring bad line`, and reads on.'
        : paragraphs(directiveMarkdown(depmodDDocs[part.directive as DirectiveName]), 'depmod.d(5)');
    case 'name':
      return kmodNameHover(part.name, kmodView(snapshot), snapshot);
    case 'value':
      return valueHover(part.text, part.directive as DirectiveName, snapshot);
    default:
      return undefined;
  }
}

const places: Readonly<Record<string, string>> = {
  'built-in': '**built-in**: every directory of the kernel that no other word of `search` covers.',
  external: '**external**: the directories of the `external` lines.',
};

function valueHover(text: string, directive: DirectiveName, snapshot: Snapshot): string | undefined {
  if (directive !== 'search') return undefined;
  const words = Object.hasOwn(places, text) ? places[text] : undefined;
  if (words !== undefined) return words;
  const { tree } = kmodView(snapshot);
  const directory = joinPath(tree.directory, text);
  const isThere = snapshot.project.files.stat(directory)?.kind === 'directory';
  return `${code(directory)}${isThere ? '' : ': not there'}`;
}
