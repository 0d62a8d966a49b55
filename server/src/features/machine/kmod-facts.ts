import { blocked } from '../../loaders/kmod/blocked.ts';
import type { KmodConfiguration } from '../../loaders/kmod/configuration.ts';
import { indexOf } from '../../loaders/kmod/configuration-index.ts';
import type { ModuleTree } from '../../tree/module-tree.ts';
import type { LoaderFacts } from './loader-facts.ts';
import { type Statement, statement, type UriOf } from './place.ts';

/** What kmod's configuration and the module tree's indexes say of modules. */
export function kmodFacts(configuration: KmodConfiguration, tree: ModuleTree, uriOf: UriOf): LoaderFacts {
  const index = indexOf(configuration);
  return {
    isBlocked: (module) => blocked(module, configuration, tree).verdict === 'blocked',

    aliases: (module) => [
      ...configuration.aliases
        .filter((alias) => alias.module === module)
        .map(({ pattern, origin }) => statement(pattern, origin, uriOf)),
      ...tree.aliasesOf(module).map(({ pattern, line }): Statement => {
        const uri = uriOf(`${tree.directory}/modules.alias`);
        return { text: pattern, place: { uri, line } };
      }),
    ],

    options: (module) =>
      index.options(module, undefined).map(({ options, origin }) => statement(options, origin, uriOf)),

    others: (module) => {
      const said: Statement[] = [];
      const blacklist = index.blacklist(module);
      if (blacklist) said.push(statement(`blacklist ${blacklist.module}`, blacklist.origin, uriOf));
      for (const [kind, line] of [
        ['install', index.install(module)],
        ['remove', index.commandNamed('remove', module)],
      ] as const)
        if (line) said.push(statement(`${kind} ${line.module} ${line.command}`, line.origin, uriOf));
      const softdep = index.softdep(module);
      if (softdep) {
        const sections = softdep.sections.map(({ when, modules }) => ` ${when}: ${modules.join(' ')}`);
        said.push(statement(`softdep ${softdep.module}${sections.join('')}`, softdep.origin, uriOf));
      }
      return said;
    },
  };
}
