import { fnmatch, literalPrefixLength } from '../../files/fnmatch.ts';
import { dependentsOf } from '../../lint/rules/modprobe-d/dependents.ts';
import { treeOrigin } from '../../loaders/kmod/lookup.ts';
import type { LoadPlan } from '../../loaders/load-plan.ts';
import type { Origin } from '../../loaders/origin.ts';
import type { ModuleEntry } from '../../tree/module-tree.ts';
import { moduleNameOf } from '../../tree/names.ts';
import { bold, code, link, listOf, paragraphs, place, plain } from '../hover/markdown.ts';
import { requestMarkdown } from '../hover/name-hover.ts';
import { isPattern, type KmodView, kmodName } from '../kmod-view.ts';
import { moduleInfoOf } from '../module-parameters.ts';
import type { Snapshot } from '../snapshot.ts';
import { kmodPlanMarkdown } from './plan.ts';

/** @returns what there is to say of a name that kmod may be asked for: a module, an alias, a pattern for either. */
export function kmodNameHover(written: string, view: KmodView, snapshot: Snapshot): string {
  const name = kmodName(written);
  if (isPattern(name)) return patternHover(name, view);
  const plan = view.plan(name);
  return describeName(name, plan, kmodPlanMarkdown(plan, `modprobe ${written}`, snapshot), view, snapshot);
}

/**
 * @param name normalised
 * @param does what a request for it does, as Markdown
 */
export function describeName(
  name: string,
  plan: LoadPlan,
  does: string,
  view: KmodView,
  snapshot: Snapshot,
): string {
  const targets = targetsOf(plan);
  const [target = name] = targets;
  const module = view.tree.module(target);
  const problem = view.treeProblem;
  return paragraphs(
    headline(name, targets, view, snapshot),
    description(target, view),
    module?.name === name ? undefined : requestMarkdown(name),
    problem === undefined ? does : `What it loads is not known: ${plain(problem)}.`,
    module && relations(module, view),
    said(target, view, snapshot),
  );
}

/** The modules that a request leads to; the name itself where it is one. */
function targetsOf({ chain }: LoadPlan): string[] {
  return chain.slice(1).map(({ name }) => name);
}

/** `net-pf-31 → bluetooth → kernel/net/bluetooth/bluetooth.ko · kernel 6.1.0` */
function headline(name: string, targets: readonly string[], view: KmodView, snapshot: Snapshot): string {
  const parts = [bold(name)];
  if (targets.length > 1) parts.push(listOf(targets));
  else if (targets.length === 1 && targets[0] !== name) parts.push(code(targets[0]!));
  if (targets.length < 2) {
    const module = targets[0] ?? name;
    const entry = view.tree.module(module);
    if (entry !== undefined) parts.push(moduleLink(entry, view, snapshot));
    else if (view.tree.isBuiltin(module)) parts.push('compiled into the kernel');
    else if (view.treeProblem === undefined) parts.push('no module of this name');
  }
  return `${parts.join(' → ')} · kernel ${plain(view.tree.kernel)}`;
}

/** @returns the module's path in its tree, as a link to its line in modules.dep. */
function moduleLink({ listedPath, line }: ModuleEntry, { tree }: KmodView, snapshot: Snapshot): string {
  const uri = snapshot.uriOf(`${tree.directory}/modules.dep`);
  return link(listedPath, line < 0 ? uri : `${uri}#L${line + 1}`);
}

function description(module: string, { tree, project }: KmodView): string | undefined {
  const info = moduleInfoOf(module, tree, project.files);
  const text = info?.fields.find(({ key }) => key === 'description')?.value;
  return text === undefined ? undefined : plain(text);
}

/** What a module needs, and who needs it. */
function relations({ name, dependencies }: ModuleEntry, { tree }: KmodView): string {
  const neededBy = dependentsOf(name, tree);
  const lines = [];
  if (dependencies.length > 0) lines.push(`needs ${listOf(dependencies.map(moduleNameOf))}`);
  if (neededBy.length > 0) lines.push(`needed by ${neededBy.length}: ${listOf(neededBy)}`);
  return lines.join('  \n');
}

/** Every line of the configuration that counts for a module. */
function said(module: string, { index, configuration, tree }: KmodView, snapshot: Snapshot): string {
  const lines: string[] = [];
  const say = (text: string, origin: Origin) => lines.push(`* ${code(text)} (${place(origin, snapshot)})`);
  for (const { options, origin } of index.options(module, undefined)) say(`options ${options}`, origin);
  const blacklist = index.blacklist(module);
  if (blacklist !== undefined) say(`blacklist ${blacklist.module}`, blacklist.origin);
  const install = index.install(module);
  if (install !== undefined) say(`install ${install.module} ${install.command}`, install.origin);
  const remove = index.commandNamed('remove', module);
  if (remove !== undefined) say(`remove ${remove.module} ${remove.command}`, remove.origin);
  const softdep = index.softdep(module);
  if (softdep !== undefined) {
    const lists = softdep.sections.map(({ when, modules }) => ` ${when}: ${modules.join(' ')}`).join('');
    say(`softdep ${softdep.module}${lists}`, softdep.origin);
  }
  const aliases = configuration.aliases.filter((alias) => alias.module === module);
  for (const { pattern, origin } of aliases.slice(0, mostAliases)) say(`alias ${pattern}`, origin);
  const ofTree = tree.aliasesOf(module);
  if (ofTree.length > 0) {
    const origin = treeOrigin(tree, 'modules.alias', ofTree[0]!.line);
    lines.push(
      `* ${ofTree.length === 1 ? 'one alias' : `${ofTree.length} aliases`} of its own: ${listOf(
        ofTree.map(({ pattern }) => pattern),
        3,
      )} (${place(origin, snapshot)})`,
    );
  }
  return lines.join('\n');
}

/** More than anybody reads in a hover. */
const mostAliases = 5;

function patternHover(pattern: string, { tree }: KmodView): string {
  const prefix = pattern.slice(0, literalPrefixLength(pattern));
  const found: string[] = [];
  for (const { name } of tree.modules())
    if (name.startsWith(prefix) && fnmatch(pattern, name)) found.push(name);
  const matches =
    found.length === 0
      ? `no module of kernel ${plain(tree.kernel)}`
      : `${found.length} of the modules of kernel ${plain(tree.kernel)}: ${listOf(found)}`;
  return `${bold(pattern)}: a pattern; it matches ${matches}`;
}
