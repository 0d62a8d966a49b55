import type { ClientCapabilities, Connection, ServerCapabilities } from 'vscode-languageserver';
import type { Session } from './session.ts';

/** One thing that the server can do for an editor: what it says of it at the start, and how it answers. */
export interface Capability {
  /** @returns what the server announces to this client; nothing when the client could not use it. */
  announce(client: ClientCapabilities): Partial<ServerCapabilities>;
  /** Registers the handlers of the capability's requests. */
  serve(connection: Connection, session: Session): void;
}
