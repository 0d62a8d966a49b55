import { knownWords } from '../../../loaders/modutils/configuration.ts';
import { type ConfigurationIndex, indexOf } from '../../../loaders/modutils/plan/configuration-index.ts';
import { describe } from '../../../loaders/modutils/plan/descriptor.ts';
import { PlanStop } from '../../../loaders/modutils/plan/plan-stop.ts';
import type { Dep24 } from '../../../tree/dep24.ts';
import { code } from '../../message.ts';
import { isIn, isUncertain } from './events.ts';
import { modulesConfRule } from './support.ts';

export const aliasUnknownTarget = modulesConfRule({
  id: 'alias-unknown-target',
  severity: 'warning',
  fix: 'none',
  needs: ['set', 'tree'],
  docs: {
    summary: 'An `alias` to a name that is no module, no alias and no probe list.',
    why: [
      "modprobe looks the end of the chain up in modules.dep and answers `Can't locate module` when it is not there.",
      'Either the name is misspelt, or the module is not installed (or compiled into the kernel) and the line can go. To refuse a name write `off`, to do nothing for it `null`.',
    ].join('\n'),
    basis: "modutils 2.4, modprobe: `Can't locate module X`; modules.conf(5), `alias`.",
    bad: example('alias eth0 eepro10'),
    good: example('alias eth0 eepro100'),
  },
  checkDocument({ document, set, tree }, report) {
    for (const entry of set.aliases.values()) {
      const [target] = knownWords(entry);
      const origin = entry.parts[0]?.origin;
      if (target === undefined || origin === undefined || !isIn(origin, document)) continue;
      if (isUncertain(origin, set)) continue;
      const line = document.line(origin.line);
      const word = line.tree.kind === 'directive' ? line.tree.words[1] : undefined;
      const end = word && deadEnd(target, indexOf(set), tree);
      if (word === undefined || end === undefined) continue;
      const message = `modprobe answers \`Can't locate module\`, because ${whatIsMissing(target, end)} is no module, alias or probe list; correct it, or write \`off\``;
      report({ line: origin.line, span: word.span, message });
    }
  },
});

/** @returns the name at which the chain from a target ends, where it ends at nothing that modprobe can load. */
function deadEnd(target: string, index: ConfigurationIndex, modules: Dep24): string | undefined {
  // An alias of the configuration is reported itself.
  if (index.alias(target)?.parts[0]?.origin.kind === 'file') return undefined;
  try {
    const descriptor = describe(target, undefined, true, modules, index);
    if (descriptor?.target === undefined || descriptor.loops || descriptor.node !== undefined)
      return undefined;
    return index.probe(descriptor.target) === undefined ? descriptor.target : undefined;
  } catch (stop) {
    if (stop instanceof PlanStop) return undefined; // nobody knows, or `alias-loop` says so
    throw stop;
  }
}

function whatIsMissing(target: string, end: string): string {
  return end === target ? code(end) : `${code(target)} leads to ${code(end)}, which`;
}

function example(line: string) {
  return {
    files: {
      '/etc/modules.conf': `${line}\n`,
      '/lib/modules/2.4.20/modules.dep': '/lib/modules/2.4.20/kernel/drivers/net/eepro100.o:\n',
    },
    kernel: '2.4.20',
  };
}
