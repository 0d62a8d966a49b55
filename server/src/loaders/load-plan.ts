import type { Note, Origin } from './origin.ts';

/**
 * What a loader does with one request, in order. The same shape for modutils and kmod; each loader prints it in its
 * own way.
 */
export interface LoadPlan {
  /** The name that was asked for. */
  readonly request: string;
  readonly outcome: 'loads' | 'nothing' | 'fails' | 'hangs' | 'crashes' | 'unknown';
  /** From the request to the module or modules: one element per name, the request first. */
  readonly chain: readonly ChainLink[];
  readonly steps: readonly PlanStep[];
  /** Modules that the request leads to and that the loader leaves out. */
  readonly skipped?: readonly SkippedModule[];
  /** What the loader says on stderr, each without a line end. */
  readonly messages: readonly string[];
  /** Why it hangs or crashes or why nobody knows, for people: the loader itself does not say. */
  readonly explanation?: string;
  /** The line that the explanation is about, if it is about one. */
  readonly explanationOrigin?: Origin;
  /** What is unknown and has a part in the plan: it stands as it is written, or was taken for false. */
  readonly notes?: readonly Note[];
  /** The exit status of the loader for this request. */
  readonly status: number;
}

export interface SkippedModule {
  readonly module: string;
  /** Why it is left out: the line that says so. */
  readonly reason: Reason;
}

export interface ChainLink {
  readonly name: string;
  /** How the loader got here from the link before; undefined for the request. */
  readonly via?: Reason;
}

export type StepAction =
  | 'insmod'
  | 'builtin'
  | 'install'
  | 'remove'
  | 'rmmod'
  | 'pre-install'
  | 'post-install'
  | 'pre-remove'
  | 'post-remove';

export interface PlanStep {
  readonly action: StepAction;
  /** The module (or alias) that the step is about. */
  readonly module: string;
  /** The module file: absolute path inside the root. */
  readonly path?: string;
  /** The shell command of an install, pre-install, … step; never run by us. */
  readonly command?: string;
  /** insmod flags before the path (`-k`, insmod_opt), as one text. */
  readonly flags?: string;
  /** What insmod is handed behind the path, in order. */
  readonly options: readonly PlanOption[];
  /** Why the step is there: why the module is loaded, which line says the command. At least one. */
  readonly reasons: readonly Reason[];
}

export interface PlanOption {
  readonly text: string;
  readonly origin: Origin;
  /** Why nobody knows what stands there; `text` is then as it is written. */
  readonly unknown?: string;
}

export type ReasonKind =
  | 'request'
  | 'alias'
  | 'tree-alias'
  | 'symbol'
  | 'dependency'
  | 'above'
  | 'below'
  | 'probe'
  | 'probeall'
  | 'softdep-pre'
  | 'softdep-post'
  | 'command'
  | 'blacklist'
  | 'builtin';

export interface Reason {
  readonly kind: ReasonKind;
  /** For people, without the place: `needed by eepro100`, `alias eth0`. */
  readonly text: string;
  readonly origin?: Origin;
}
