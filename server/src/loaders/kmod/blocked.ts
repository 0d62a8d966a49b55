import { compareBytes } from '../../files/compare-bytes.ts';
import { baseName } from '../../files/paths.ts';
import { normalizeName } from '../../syntax/modprobe-d/names.ts';
import type { ModuleTree } from '../../tree/module-tree.ts';
import type { Reason } from '../load-plan.ts';
import type { Origin } from '../origin.ts';
import type { KmodConfiguration, SoftdepEntry } from './configuration.ts';
import { indexOf } from './configuration-index.ts';
import { type InstallLine, installLineOf, voidingSoftdep } from './install-line.ts';
import type { Way } from './way.ts';
import { Ways } from './ways.ts';

/** Whether modprobe can load a module, and how. */
export interface BlockReport {
  /** Normalised. */
  readonly module: string;
  /**
   * - `blocked`: no way is open. The kernel's own requests go through modprobe, too; what is left to root is insmod, and
   *   modprobe with `-i` or another configuration.
   * - `loadable`: at least one way is open.
   * - `unknown`: what is not closed depends on the command of an install line.
   * - `built-in`, `absent`: there is no module to load; it is compiled in, or the tree does not have it.
   */
  readonly verdict: 'blocked' | 'loadable' | 'unknown' | 'built-in' | 'absent';
  readonly install: InstallLine;
  /** By kind: its name, aliases, symbols, then the modules that bring it along. */
  readonly ways: readonly JudgedWay[];
  /** What would close every way; undefined where nothing is open. */
  readonly fix: BlockFix | undefined;
}

export interface JudgedWay extends Way {
  readonly state: 'open' | 'closed' | 'unknown';
  /** What somebody may have taken for a lock, and why it is none here. */
  readonly remark: Reason | undefined;
}

/** Lines for a new file of modprobe.d. */
interface BlockFix {
  /** A path that is read before every line that would win over these. */
  readonly path: string;
  readonly lines: readonly string[];
}

/**
 * Finds out whether modprobe can load a module: by its name, an alias of the configuration or the tree, or because another
 * module depends on it or has a softdep on it. Never throws.
 *
 * @param name as people write it
 */
export function blocked(name: string, configuration: KmodConfiguration, tree: ModuleTree): BlockReport {
  const module = normalizeName(name) ?? name;
  const entry = tree.module(module);
  const install = installLineOf(module, configuration, tree);
  if (entry === undefined) {
    const verdict = tree.isBuiltin(module) ? 'built-in' : 'absent';
    return { module, verdict, install, ways: [], fix: undefined };
  }
  const blacklist = indexOf(configuration).blacklist(module);
  const ways = waysOf(configuration, tree)
    .to(entry)
    .map((way) => judge(way, install, blacklist?.origin));
  const has = (state: JudgedWay['state']) => ways.some((way) => way.state === state);
  const verdict = has('open') ? 'loadable' : has('unknown') ? 'unknown' : 'blocked';
  const fix =
    verdict === 'blocked' ? undefined : fixOf(module, install, voidingSoftdep(module, configuration, tree));
  return { module, verdict, install, ways, fix };
}

function judge(way: Way, install: InstallLine, blacklist: Origin | undefined): JudgedWay {
  if (install.kind === 'closes') {
    const { module, origin } = install.line;
    const closedBy: Reason = { kind: 'command', text: `install ${module}`, origin };
    return { ...way, closedBy, state: 'closed', remark: undefined };
  }
  if (way.closedBy !== undefined) return { ...way, state: 'closed', remark: undefined };
  return {
    ...way,
    state: install.kind === 'unknown' ? 'unknown' : 'open',
    remark: remarkOn(install, blacklist),
  };
}

function remarkOn(install: InstallLine, blacklist: Origin | undefined): Reason | undefined {
  switch (install.kind) {
    case 'void': {
      const text = `the softdep of ${install.softdep.module} makes install ${install.line.module} void`;
      return { kind: 'command', text, origin: install.softdep.origin };
    }
    case 'loads':
    case 'unknown': {
      const does = install.kind === 'loads' ? 'loads it' : 'decides';
      return {
        kind: 'command',
        text: `the command of its install line ${does}`,
        origin: install.line.origin,
      };
    }
    default:
      return blacklist && { kind: 'blacklist', text: 'blacklist only hides its aliases', origin: blacklist };
  }
}

/** For kmod the first install line counts, and the first softdep; so the new file has to come before those that count now. */
function fixOf(module: string, install: InstallLine, softdep: SoftdepEntry | undefined): BlockFix {
  const lines = [`install ${module} /bin/false`];
  const rivals: Origin[] = [];
  if (install.kind !== 'none') rivals.push(install.line.origin);
  if (softdep !== undefined) {
    // An empty softdep that comes first wins over the one that makes install lines void.
    lines.push(`softdep ${module} pre:`);
    rivals.push(softdep.origin);
  }
  return { path: `/etc/modprobe.d/${fileBefore(rivals, `block-${module}.conf`)}`, lines };
}

/** @returns a file name that sorts before those of the origins. */
function fileBefore(origins: readonly Origin[], name: string): string {
  const rivals = origins.flatMap((origin) => (origin.kind === 'file' ? [baseName(origin.file.path)] : []));
  const candidates = ['', '00-', '+', '!'].map((prefix) => prefix + name);
  const first = candidates.find((candidate) => rivals.every((rival) => compareBytes(candidate, rival) < 0));
  return first ?? `!${name}`;
}

const known = new WeakMap<KmodConfiguration, WeakMap<ModuleTree, Ways>>();

/** What all modules have in common is worked out once. */
function waysOf(configuration: KmodConfiguration, tree: ModuleTree): Ways {
  const byTree = known.get(configuration) ?? new WeakMap<ModuleTree, Ways>();
  known.set(configuration, byTree);
  const ways = byTree.get(tree) ?? new Ways(configuration, tree);
  byTree.set(tree, ways);
  return ways;
}
