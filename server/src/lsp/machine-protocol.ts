import type { ModuleGraph } from '../features/machine/module-graph.ts';
import type { ListedModule, ModuleDetail } from '../features/machine/module-list.ts';

/*
 * Questions about the machine that a file belongs to. They are no part of the protocol; an editor's extension may ask them to
 * show what the protocol has no place for.
 */

/** The machine is that of a file, which need not be open nor exist. */
export interface MachineParams {
  readonly uri: string;
}

export interface ModuleParams extends MachineParams {
  /** A module as people write it. */
  readonly name: string;
}

/** What a machine's answers depend on. */
export interface MachineContext {
  /** The root file system: an absolute path where the server runs. */
  readonly root: string;
  /** The kernel version in force. */
  readonly kernel: string;
  /** The versions that the machine has modules for, newest first. */
  readonly kernels: readonly string[];
}

/** The modules of the kernel in force. */
export interface MachineModules extends MachineContext {
  readonly modules: readonly ListedModule[];
}

/** By method, what is asked for and what is answered; null where the kernel in force has no modules.dep or no such module. */
export interface MachineRequests {
  'modconf/context': readonly [MachineParams, MachineContext];
  'modconf/modules': readonly [MachineParams, MachineModules | null];
  'modconf/module': readonly [ModuleParams, ModuleDetail | null];
  'modconf/graph': readonly [ModuleParams, ModuleGraph | null];
}
