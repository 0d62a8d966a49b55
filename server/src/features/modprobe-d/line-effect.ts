import { dependentsOf } from '../../lint/rules/modprobe-d/dependents.ts';
import { entriesIn } from '../../lint/rules/modprobe-d/own-entries.ts';
import { winningCommand, winningSoftdep } from '../../lint/rules/modprobe-d/winners.ts';
import type {
  AliasEntry,
  BlacklistEntry,
  CommandEntry,
  OptionsEntry,
  SoftdepEntry,
} from '../../loaders/kmod/configuration.ts';
import type { SetFile } from '../../loaders/kmod/configuration-set.ts';
import { installLineOf, voidingSoftdep } from '../../loaders/kmod/install-line.ts';
import { lookup } from '../../loaders/kmod/lookup.ts';
import type { ModprobeDTree } from '../../syntax/modprobe-d/tree.ts';
import type { SourceDocument } from '../../text/source-document.ts';
import { code, link, listOf, place } from '../hover/markdown.ts';
import { isPattern, type KmodView } from '../kmod-view.ts';
import type { Snapshot } from '../snapshot.ts';

/**
 * @returns what kmod really does with a line where that is not what it says: that the file is not read, that another line comes
 *   first, that it does not block, …; a Markdown sentence each
 */
export function kmodLineEffects(snapshot: Snapshot, view: KmodView, line: number): string[] {
  const { tree } = (snapshot.document as SourceDocument<ModprobeDTree>).line(line);
  if (tree.kind !== 'command') return [];
  if (tree.fault !== undefined) return [faults[tree.fault]];
  const state = view.fileState(snapshot.file.path);
  if (state !== undefined && state.file === undefined)
    return [`Here it has no effect: ${notRead(state, snapshot)}.`];
  const context: Context = { snapshot, view, line };
  switch (tree.directive) {
    case 'alias':
      return effectsOf('aliases', aliasEffects, context);
    case 'blacklist':
      return effectsOf('blacklists', blacklistEffects, context);
    case 'install':
      return effectsOf('installs', installEffects, context);
    case 'remove':
      return effectsOf('removes', removeEffects, context);
    case 'options':
      return effectsOf('options', optionsEffects, context);
    case 'softdep':
      return effectsOf('softdeps', softdepEffects, context);
    default:
      return [];
  }
}

interface Context {
  readonly snapshot: Snapshot;
  readonly view: KmodView;
  readonly line: number;
}

type Effects<Entry> = (entry: Entry, context: Context) => string[];

function effectsOf<Name extends Parameters<typeof entriesIn>[0]>(
  list: Name,
  effects: Effects<ReturnType<typeof entriesIn<Name>>[number]>,
  context: Context,
): string[] {
  const { snapshot, view, line } = context;
  const entry = entriesIn(list, view.configuration, snapshot.document).find(
    ({ origin }) => origin.line === line,
  );
  return entry === undefined ? [] : effects(entry, context);
}

const faults = {
  'unknown-command': 'Here kmod ignores the line: it does not know the first word.',
  'missing-argument': 'Here kmod ignores the line: something is missing.',
  'unmatched-bracket': 'Here kmod ignores the line: a bracket in a name has no partner.',
  deprecated: 'Here kmod ignores the line.',
};

/** @returns why a file takes no part, with a link to the one that does. */
function notRead({ state, winner, reason }: SetFile, snapshot: Snapshot): string {
  const other = winner === undefined ? '' : link(winner, snapshot.uriOf(winner));
  if (state === 'masked') return `this file is masked by ${other}`;
  if (state === 'shadowed') return `${other} has the same name and is read instead of this file`;
  switch (reason) {
    case 'hidden':
      return 'the name of this file begins with a dot, and it is not read';
    case 'no-suffix':
      return 'the name of this file does not end in `.conf`, and it is not read';
    default:
      return 'this file is not read';
  }
}

const aliasEffects: Effects<AliasEntry> = ({ pattern, module }, { view, snapshot }) => {
  const { tree, index, treeProblem } = view;
  const effects: string[] = [];
  const isThere = tree.module(module) !== undefined || tree.isBuiltin(module);
  if (!isThere && treeProblem === undefined && index.install(module) === undefined)
    effects.push(
      `Here it loads nothing, and modprobe reports success: there is no module ${code(module)} in this kernel.`,
    );
  const blacklist = index.blacklist(module);
  if (blacklist !== undefined)
    effects.push(
      `Here it loads nothing: ${code(`blacklist ${module}`)} (${place(blacklist.origin, snapshot)}) hides the module from aliases.`,
    );
  if (!isPattern(pattern)) {
    if (tree.module(pattern) !== undefined && pattern !== module)
      effects.push(
        `Here it takes the place of the module ${code(pattern)}, which can no longer be loaded by its name.`,
      );
    const others = index.aliases(pattern).filter((alias) => alias.module !== module);
    if (others.length > 0)
      effects.push(
        `Here it is not alone: ${listOf(others.map((alias) => alias.module))} (${place(others[0]!.origin, snapshot)}) is loaded, too.`,
      );
  }
  return effects;
};

const blacklistEffects: Effects<BlacklistEntry> = ({ module, origin }, { view, snapshot }) => {
  const { tree, index, configuration, treeProblem } = view;
  if (tree.isBuiltin(module)) return [`Here it has no effect: ${code(module)} is compiled into the kernel.`];
  if (treeProblem === undefined && tree.module(module) === undefined)
    return [`Here it hides nothing: there is no module ${code(module)} in this kernel.`];
  const effects: string[] = [];
  const first = index.blacklist(module);
  if (first !== undefined && first.origin !== origin)
    effects.push(`Here it repeats ${place(first.origin, snapshot)}.`);
  const install = installLineOf(module, configuration, tree);
  if (install.kind === 'closes')
    return [
      ...effects,
      `Here ${code(`install ${install.line.module}`)} (${place(install.line.origin, snapshot)}) keeps the module out as well.`,
    ];
  const dependents = dependentsOf(module, tree);
  const ways = [];
  if (lookup(module, configuration, tree).modules.some(({ name }) => name === module))
    ways.push(`by ${code(`modprobe ${module}`)}`);
  if (dependents.length > 0) ways.push(`with what needs it (${listOf(dependents, 3)})`);
  if (ways.length > 0)
    effects.push(`Here it does **not** keep the module out: it is still loaded ${ways.join(' and ')}.`);
  return effects;
};

const installEffects: Effects<CommandEntry> = (entry, { view, snapshot }) => {
  const { configuration, tree } = view;
  const { module } = entry;
  const winner = winningCommand('install', entry, configuration);
  if (winner !== undefined && winner !== entry)
    return [`Here it has no effect: ${place(winner.origin, snapshot)} comes first.`];
  if (isPattern(module)) return [];
  const install = installLineOf(module, configuration, tree);
  if (install.kind === 'void')
    return [
      `Here it has **no effect**: ${code(module)} has a softdep (${place(install.softdep.origin, snapshot)}), so modprobe passes over this line and loads the module. ${code(`softdep ${module} pre:`)} in a file that is read before that makes it count again.`,
    ];
  const { length: needs } = tree.module(module)?.dependencies ?? [];
  const before =
    needs === 0
      ? ''
      : ` The ${needs === 1 ? 'module' : `${needs} modules`} that it needs ${needs === 1 ? 'is' : 'are'} still loaded first.`;
  if (install.kind === 'closes')
    return [`Here it keeps ${code(module)} out, however modprobe is asked for it.${before}`];
  if (install.kind === 'loads') return ['Here the command loads the module itself, past this line.'];
  return [];
};

const removeEffects: Effects<CommandEntry> = (entry, { view, snapshot }) => {
  const winner = winningCommand('remove', entry, view.configuration);
  if (winner === undefined || winner === entry) return [];
  return [`Here it has no effect: ${place(winner.origin, snapshot)} comes first.`];
};

const optionsEffects: Effects<OptionsEntry> = ({ module }, { view }) => {
  if (view.tree.module(module) === undefined && view.tree.isBuiltin(module))
    return [
      `Here it has no effect: ${code(module)} is compiled into the kernel. Put ${code(`${module}.NAME=VALUE`)} on the kernel command line instead.`,
    ];
  return isPattern(module) ? ['Here it has no effect: patterns match nothing in `options`.'] : [];
};

const softdepEffects: Effects<SoftdepEntry> = (entry, { view, snapshot }) => {
  const { configuration, tree, index } = view;
  const { module, pre, post } = entry;
  const winner = winningSoftdep(entry, configuration);
  if (winner !== undefined && winner !== entry)
    return [`Here it has no effect: ${place(winner.origin, snapshot)} comes first.`];
  const effects: string[] = [];
  if (pre.length + post.length === 0)
    effects.push(
      `Here both lists are empty: no other softdep of ${code(module)} counts, and its ${code('install')} line does.`,
    );
  const install = isPattern(module) ? undefined : index.install(module);
  if (install !== undefined && voidingSoftdep(module, configuration, tree) === entry)
    effects.push(
      `Here it makes ${code(`install ${install.module}`)} (${place(install.origin, snapshot)}) void: modprobe loads ${code(module)} itself.`,
    );
  return effects;
};
