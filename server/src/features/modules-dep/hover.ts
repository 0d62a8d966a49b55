import { baseName } from '../../files/paths.ts';
import { bold, code, paragraphs, plain } from '../hover/markdown.ts';
import { moduleLink, nameHover, optionsMarkdown, relations } from '../hover/name-hover.ts';
import type { LinePart } from '../line-part.ts';
import { type ModutilsView, modutilsView } from '../modutils-view.ts';
import type { Snapshot } from '../snapshot.ts';
import { absolutePath } from './dependency-graph.ts';

/** @returns what there is to say of a part of a line of modules.dep, as Markdown. */
export function modulesDepHover(snapshot: Snapshot, part: LinePart): string | undefined {
  if (part.kind !== 'module-file') return undefined;
  const view = modutilsView(snapshot);
  const { list } = view;
  const module = list?.graph.byPath(part.path);
  if (list === undefined || module === undefined) {
    return `${code(part.path)} is listed nowhere in this file: what needs it cannot be loaded.`;
  }
  const isSame = list.graph.generation !== '2.6';
  return paragraphs(
    isSame
      ? nameHover(module.name, view, snapshot)
      : `${bold(module.title)} → ${moduleLink(module, view, snapshot)}`,
    isSame ? undefined : relations(module, view),
    isSame ? optionsMarkdown(module.name, view, snapshot) : undefined,
    fileNote(part.path, view),
  );
}

function fileNote(path: string, { list, project }: ModutilsView): string | undefined {
  const full = absolutePath(path, list!.file.path);
  const stat = project.files.stat(full);
  if (stat === undefined) return undefined;
  return `${plain(baseName(path))}, ${Math.ceil(stat.size / 1024)} KiB`;
}
