import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
} from 'vscode-languageserver';
import type { Capability } from './capability.ts';
import { Quiet } from './quiet.ts';
import type { Session } from './session.ts';

/** The files that loaders read, wherever their root is. */
const watchedFiles: readonly string[] = [
  '**/{modules.conf,conf.modules,modprobe.conf}',
  '**/etc/modules',
  '**/{modprobe.d,modules-load.d,depmod.d,modutils}/**',
  '**/lib/modules/*/modules.*',
];

/** How long to wait for the next of several changes of files; in milliseconds. */
const changesPause = 100;

/** How long to wait for the settings before going on without them; in milliseconds. */
const patience = 2000;

/** Follows what changes around the open documents: settings, folders, files. */
export const world: Capability = {
  announce: () => ({
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  }),
  serve(connection, session) {
    const changes = new Quiet(changesPause, (error) => connection.console.error(String(error)));
    connection.onInitialized(() => begin(connection, session));
    connection.onDidChangeConfiguration(async ({ settings }) => {
      if (canBeAsked(session)) await session.configuration.ask(connection, session.folders);
      else session.configuration.take((settings as { readonly modconf?: unknown } | null)?.modconf);
      session.refresh();
    });
    // depmod writes a dozen files at once.
    connection.onDidChangeWatchedFiles(() => changes.after('files', () => session.refresh()));
  },
};

async function begin(connection: Connection, session: Session): Promise<void> {
  const { workspace } = session.client;
  setTimeout(() => session.settle(), patience).unref();
  if (canBeAsked(session)) await session.configuration.ask(connection, session.folders);
  session.settle();
  const registrations: Promise<unknown>[] = [];
  if (workspace?.didChangeConfiguration?.dynamicRegistration)
    registrations.push(
      connection.client.register(DidChangeConfigurationNotification.type, { section: 'modconf' }),
    );
  if (workspace?.didChangeWatchedFiles?.dynamicRegistration) {
    const watchers = watchedFiles.map((globPattern) => ({ globPattern }));
    registrations.push(connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
  }
  if (workspace?.workspaceFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(async ({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => uri));
      session.folders = [...session.folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
      if (canBeAsked(session)) await session.configuration.ask(connection, session.folders);
      session.refresh();
    });
  }
  await Promise.allSettled(registrations);
}

function canBeAsked({ client }: Session): boolean {
  return client.workspace?.configuration === true;
}
