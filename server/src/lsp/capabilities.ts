import { callHierarchy } from './call-hierarchy.ts';
import type { Capability } from './capability.ts';
import { codeAction } from './code-action.ts';
import { codeLens } from './code-lens.ts';
import { completion } from './completion.ts';
import { definition } from './definition.ts';
import { documentSymbol } from './document-symbol.ts';
import { executeCommand } from './execute-command.ts';
import { formatting } from './formatting.ts';
import { hover } from './hover.ts';
import { inlayHint } from './inlay-hint.ts';
import { machine } from './machine.ts';
import { pullDiagnostics } from './pull-diagnostics.ts';
import { references, rename } from './references.ts';
import { semanticTokens } from './semantic-tokens.ts';
import { signatureHelp } from './signature-help.ts';
import { structure } from './structure.ts';
import { textSync } from './text-sync.ts';
import { warmUp } from './warm-up.ts';
import { workspaceSymbol } from './workspace-symbol.ts';
import { world } from './world.ts';

/** All that the server can do for an editor. */
export const capabilities: readonly Capability[] = [
  textSync,
  world,
  pullDiagnostics,
  warmUp,
  completion,
  hover,
  definition,
  references,
  rename,
  documentSymbol,
  codeAction,
  structure,
  semanticTokens,
  formatting,
  signatureHelp,
  inlayHint,
  codeLens,
  callHierarchy,
  workspaceSymbol,
  executeCommand,
  machine,
];
