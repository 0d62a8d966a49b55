import type { Connection, ServerCapabilities } from 'vscode-languageserver';
import { capabilities } from './capabilities.ts';
import { Session } from './session.ts';
import { version } from './version.ts';
import type { Machine } from './workspace.ts';

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
