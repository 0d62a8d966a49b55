import type { OptionsEntry } from '../../loaders/kmod/configuration.ts';
import type { Origin } from '../../loaders/origin.ts';
import { modprobeD } from '../../syntax/modprobe-d/language.ts';
import type { Parameter } from '../../syntax/modprobe-d/tree.ts';
import { withUnderscores } from '../../tree/names.ts';
import { bold, code, paragraphs, place, plain } from '../hover/markdown.ts';
import { type KmodView, kmodName } from '../kmod-view.ts';
import { moduleInfoOf, parameterNamed } from '../module-parameters.ts';
import type { Snapshot } from '../snapshot.ts';

/**
 * @param written a word of an options line: `NAME=VALUE`
 * @returns what the parameter is, where else it is set, and which of them the kernel takes
 */
export function parameterHover(
  written: string,
  module: string,
  view: KmodView,
  snapshot: Snapshot,
  line: number,
): string {
  const target = kmodName(module);
  const name = nameOf(written);
  return paragraphs(
    headline(name, target, view),
    builtinNote(written, target, view) ?? usesMarkdown(written, usesOf(name, target, view), snapshot, line),
  );
}

function builtinNote(written: string, module: string, { tree }: KmodView): string | undefined {
  if (tree.module(module) !== undefined || !tree.isBuiltin(module)) return undefined;
  return `${code(module)} is compiled into the kernel, and this has no effect. What it has to be told stands on the kernel command line: ${code(`${module}.${written}`)}.`;
}

function headline(name: string, module: string, { tree, project }: KmodView): string {
  const head = `${bold(name)} · parameter of ${code(module)}`;
  const info = moduleInfoOf(module, tree, project.files);
  if (info === undefined) return head;
  const parameter = parameterNamed(name, info);
  if (parameter === undefined)
    return general.has(withUnderscores(name))
      ? `${head}: every module has it`
      : `${head}, which has none of this name: the kernel only says so in its log`;
  const type = parameter.type === undefined ? '' : ` · ${code(parameter.type)}`;
  const what = parameter.description?.trim() ?? '';
  return paragraphs(`${head}${type}`, plain(what));
}

/** What the kernel takes for any module. */
const general: ReadonlySet<string> = new Set(['async_probe', 'dyndbg']);

interface Use {
  readonly text: string;
  readonly origin: Origin;
}

/** Every place where options set the parameter, in the order in which modprobe hands them on. */
function usesOf(name: string, module: string, { index }: KmodView): Use[] {
  const wanted = withUnderscores(name);
  return index.options(module, undefined).flatMap((entry) =>
    parametersOf(entry)
      .filter((parameter) => withUnderscores(parameter.name.text) === wanted)
      .map(({ text }) => ({ text, origin: entry.origin })),
  );
}

/** Cut as the kernel cuts them, wherever they come from. */
function parametersOf({ module, options }: OptionsEntry): readonly Parameter[] {
  const { tree } = modprobeD.readLine(`options ${module} ${options.replaceAll('\\', '\\\\')}`, 0);
  return tree.kind === 'command' && tree.directive === 'options' ? tree.parameters : [];
}

function usesMarkdown(
  written: string,
  uses: readonly Use[],
  snapshot: Snapshot,
  line: number,
): string | undefined {
  const last = uses.at(-1);
  if (last === undefined) return undefined;
  const isHere = ({ origin }: Use) =>
    origin.kind === 'file' && origin.file.document === snapshot.document && origin.line === line;
  if (uses.length === 1 && isHere(last)) return undefined;
  const list = uses.map((use) => `* ${code(use.text)} (${place(use.origin, snapshot)})`).join('\n');
  if (withUnderscores(nameOf(written)) === 'dyndbg') return paragraphs('All of these count:', list);
  const isLast = isHere(last) && last.text === written;
  if (isLast) return paragraphs('The kernel takes this one, the last:', list);
  return paragraphs(`The kernel takes ${code(last.text)} (${place(last.origin, snapshot)}), the last:`, list);
}

function nameOf(written: string): string {
  const equals = written.indexOf('=');
  return equals === -1 ? written : written.slice(0, equals);
}
