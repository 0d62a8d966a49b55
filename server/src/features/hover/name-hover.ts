import { showExpansion } from '../../expand/expansion.ts';
import type { LoadPlan } from '../../loaders/load-plan.ts';
import { absolutePath, type GraphModule } from '../modules-dep/dependency-graph.ts';
import type { ModutilsView } from '../modutils-view.ts';
import { describeRequest } from '../requests/describe-request.ts';
import type { Snapshot } from '../snapshot.ts';
import { bold, code, link, listOf, paragraphs, place, plain } from './markdown.ts';
import { planMarkdown } from './plan-markdown.ts';

/** @returns what there is to say of a name that modutils may be asked for: an alias, a module, a list, a device. */
export function nameHover(name: string, view: ModutilsView, snapshot: Snapshot): string {
  const plan = view.plan(name);
  const target = plan.chain.at(-1)?.name ?? name;
  const module = view.list?.graph.byName(target);
  const problem = view.listProblem;
  return paragraphs(
    headline(plan, module, view, snapshot),
    module?.name === name ? undefined : requestMarkdown(name),
    problem === undefined ? planMarkdown(plan, snapshot) : `What it loads is not known: ${plain(problem)}.`,
    module && relations(module, view),
    replacedBuiltIn(name, view),
  );
}

/** `eth0 → eepro100 → kernel/drivers/net/eepro100.o · kernel 2.4.20` */
function headline(
  { chain, request }: LoadPlan,
  module: GraphModule | undefined,
  view: ModutilsView,
  snapshot: Snapshot,
): string {
  const parts = [bold(request)];
  const isList = chain.some(({ via }) => via?.kind === 'probe' || via?.kind === 'probeall');
  if (!isList) {
    parts.push(...chain.slice(1).map(({ name }) => code(name)));
    const last = view.configuration.aliases.get(chain.at(-1)?.name ?? request);
    if (last?.value.known && last.value.words[0] === 'off') parts.push(code('off'));
    else if (module !== undefined) parts.push(moduleLink(module, view, snapshot));
  }
  return `${parts.join(' → ')} · kernel ${plain(view.configuration.kernel)}`;
}

/** @returns the module's path in its tree, as a link to its line in modules.dep. */
export function moduleLink(module: GraphModule, view: ModutilsView, snapshot: Snapshot): string {
  const { list } = view;
  if (list === undefined) return code(module.path);
  const line = list.document.firstPhysicalLine(module.line);
  return link(shortPath(module.path, view), `${snapshot.uriOf(list.file.path)}#L${line + 1}`);
}

function shortPath(path: string, { list, configuration }: ModutilsView): string {
  const tree = `/lib/modules/${configuration.kernel}/`;
  const full = list === undefined ? path : absolutePath(path, list.file.path);
  return full.startsWith(tree) ? full.slice(tree.length) : full;
}

/** What a module needs, and who needs it. */
export function relations(module: GraphModule, { list }: ModutilsView): string {
  if (list === undefined) return '';
  const needs = module.needs.map((path) => list.graph.byPath(path)?.title ?? path);
  const neededBy = list.graph.neededBy(module).map(({ title }) => title);
  const lines = [];
  if (needs.length > 0) lines.push(`needs ${listOf(needs)}`);
  if (neededBy.length > 0) lines.push(`needed by ${listOf(neededBy)}`);
  return lines.join(' · ');
}

/** @returns what the kernel's lists say of a request name. */
export function requestMarkdown(name: string): string | undefined {
  const described = describeRequest(name);
  if (described === undefined) return undefined;
  const device = described.device === undefined ? '' : `${code(described.device)}: `;
  const asked = described.asked === undefined ? '' : `. Asked for when ${described.asked}`;
  return `${device}${plain(described.what)}${plain(asked)}.`;
}

function replacedBuiltIn(name: string, { configuration }: ModutilsView): string | undefined {
  for (const event of configuration.events) {
    if (event.kind !== 'replaced' || event.list !== 'alias' || event.old.key !== name) continue;
    if (event.old.parts[0]?.origin.kind !== 'built-in') continue;
    const before = showExpansion(event.old.value);
    const now = configuration.aliases.get(name);
    const verb = now !== undefined && showExpansion(now.value) === before ? 'repeats' : 'replaces';
    return `${verb} the built-in ${code(`alias ${name} ${before}`)}`;
  }
  return undefined;
}

/** @returns where options of a name are set, the lines in order. */
export function optionsMarkdown(
  name: string,
  { configuration }: ModutilsView,
  snapshot: Snapshot,
): string | undefined {
  const entry = configuration.options.get(name);
  if (entry === undefined) return undefined;
  const parts = entry.parts.map(
    ({ value, origin }) => `${code(showExpansion(value))} (${place(origin, snapshot)})`,
  );
  return `options: ${parts.join(', ')}`;
}
