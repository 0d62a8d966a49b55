import type { AliasEntry } from '../../../loaders/kmod/configuration.ts';
import { type ConfigurationIndex, indexOf } from '../../../loaders/kmod/configuration-index.ts';
import type { ModuleTree } from '../../../tree/module-tree.ts';
import { code } from '../../message.ts';
import { nameOrigin, relatedTo } from '../../origins.ts';
import { entriesIn } from './own-entries.ts';
import { conf, modprobeDRule } from './support.ts';

/** Longer chains are not followed for a fix. */
const maximumLength = 20;

export const aliasChain = modprobeDRule({
  id: 'alias-chain',
  severity: 'error',
  fix: 'unsafe',
  needs: ['set'],
  docs: {
    summary: 'An `alias` to a name that is itself an alias.',
    why: 'modprobe does not look the target of an alias up again: it takes it for the name of a module. With `alias a b` and `alias b c`, modprobe a looks for a module b, does not find it and reports success. modutils followed such chains.',
    basis: 'kmod makes a module of the target of an alias; recorded: `modprobe -R a` answers `b`.',
    bad: conf('alias sound-slot-0 snd-card-0', 'alias snd-card-0 snd_intel8x0'),
    good: conf('alias sound-slot-0 snd_intel8x0', 'alias snd-card-0 snd_intel8x0'),
  },
  checkDocument({ document, set, tree }, report) {
    const index = indexOf(set);
    for (const { module, origin } of entriesIn('aliases', set, document)) {
      const next = aliasOf(module, index);
      if (next === undefined || isModule(module, index, tree)) continue;
      const { line } = origin;
      const { tree: own } = document.line(line);
      const target = own.kind === 'command' && own.directive === 'alias' ? own.words[1] : undefined;
      if (target === undefined) continue;
      const end = endOf(next, index);
      const remedy = end === undefined ? 'name the module itself' : `write ${code(end)}`;
      report({
        line,
        span: target.span,
        message: `modprobe takes ${code(target.text)} for a module and does not follow its alias (${nameOrigin(next.origin, document)}); ${remedy}`,
        ...(end !== undefined && {
          fix: {
            title: `Write "${end}"`,
            safety: 'unsafe',
            edits: [{ line, span: target.span, newText: end }],
          },
        }),
        ...relatedTo(next.origin, 'this alias is not followed'),
      });
    }
  },
});

/** The alias that somebody may have meant to be followed. One for all names stands for none in particular. */
function aliasOf(name: string, index: ConfigurationIndex): AliasEntry | undefined {
  const found = index.aliases(name).filter(({ pattern }) => !/^[*?]+$/.test(pattern));
  return found.some(({ module }) => module === name) ? undefined : found[0];
}

/** Whether something is there by that name, so that nothing has to be followed. */
function isModule(name: string, index: ConfigurationIndex, tree: ModuleTree | undefined): boolean {
  if (index.install(name) !== undefined) return true;
  return tree !== undefined && (tree.module(name) !== undefined || tree.isBuiltin(name));
}

/** @returns where a chain ends; undefined where it comes back or is too long. */
function endOf(first: AliasEntry, index: ConfigurationIndex): string | undefined {
  let { module } = first;
  for (let step = 0; step < maximumLength; step++) {
    const next = aliasOf(module, index);
    if (next === undefined) return module === 'off' || module === 'null' ? undefined : module;
    module = next.module;
  }
  return undefined;
}
