import type { ModuleGraph } from '../../../server/src/features/machine/module-graph.ts';
import type { Place } from '../../../server/src/features/machine/place.ts';

/** What the extension tells the picture. */
export interface ShowMessage {
  readonly kind: 'show';
  readonly graph: ModuleGraph;
  /** The machine, for people: `kernel 2.4.20`. */
  readonly machine: string;
}

/** What the picture asks of the extension. */
export type PictureMessage =
  /** It can be told what to show. */
  | { readonly kind: 'ready' }
  /** Put another module in the middle. */
  | { readonly kind: 'center'; readonly name: string }
  /** Go to a module's line. */
  | { readonly kind: 'open'; readonly place: Place }
  /** Write the picture to a file. */
  | { readonly kind: 'save'; readonly name: string; readonly svg: string };
