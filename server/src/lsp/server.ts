import type { Connection, ServerCapabilities } from 'vscode-languageserver';
import type { Capability } from './capability.ts';
import { codeAction } from './code-action.ts';
import { completion } from './completion.ts';
import { definition } from './definition.ts';
import { documentSymbol } from './document-symbol.ts';
import { hover } from './hover.ts';
import { machine } from './machine.ts';
import { Session } from './session.ts';
import { textSync } from './text-sync.ts';
import { version } from './version.ts';
import type { Machine } from './workspace.ts';
import { world } from './world.ts';

const capabilities: readonly Capability[] = [
  textSync,
  world,
  completion,
  hover,
  definition,
  documentSymbol,
  codeAction,
  machine,
];

/** Gives a connection its handlers; it is not yet listened to. */
export function serve(connection: Connection, host: Machine): Session {
  const session = new Session(host);
  connection.onInitialize((params) => {
    session.begin(params);
    const announced = capabilities.map((capability) => capability.announce(params.capabilities));
    const all: ServerCapabilities = Object.assign({ positionEncoding: 'utf-16' }, ...announced);
    return { capabilities: all, serverInfo: { name: 'modconf', version } };
  });
  connection.onShutdown(() => {
    session.phase = 'shut-down';
  });
  for (const capability of capabilities) capability.serve(connection, session);
  return session;
}
