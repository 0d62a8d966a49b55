import type { BlockReport, JudgedWay } from '../loaders/kmod/blocked.ts';

/** What to say of a module, behind its name and a colon. */
export const verdictWords: Readonly<Record<BlockReport['verdict'], string>> = {
  blocked: 'blocked. modprobe cannot load it in any way',
  loadable: 'NOT blocked. It can still be loaded:',
  unknown: 'NOT proven blocked. What the command of its install line does decides:',
  'built-in': 'NOT blocked. It is compiled into this kernel; nothing in modprobe.d can keep it out',
  absent: 'not in this kernel’s module tree, so modprobe cannot load it',
};

/** What to call a way to a module. */
export const wayWords: Readonly<Record<JudgedWay['kind'], string>> = {
  name: 'by name',
  alias: 'by alias',
  'tree-alias': 'by alias',
  symbol: 'by symbol',
  dependency: 'as dependency',
  softdep: 'as softdep',
};

/** @returns the rank of a way in a list: what is open comes first. */
export function rankOf({ state }: JudgedWay): number {
  return state === 'open' ? 0 : state === 'unknown' ? 1 : 2;
}
