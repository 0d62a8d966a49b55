import type { Connection, ServerCapabilities } from 'vscode-languageserver';
import type { Capability } from './capability.ts';
import { Session } from './session.ts';
import { textSync } from './text-sync.ts';
import { version } from './version.ts';

const capabilities: readonly Capability[] = [textSync];

/** Gives a connection its handlers; it is not yet listened to. */
export function serve(connection: Connection): void {
  const session = new Session();
  connection.onInitialize((params) => {
    const announced = capabilities.map((capability) => capability.announce(params.capabilities));
    const all: ServerCapabilities = Object.assign({ positionEncoding: 'utf-16' }, ...announced);
    return { capabilities: all, serverInfo: { name: 'modconf', version } };
  });
  for (const capability of capabilities) capability.serve(connection, session);
}
