import { resolve } from 'node:path';
import { type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver';
import { matchesPath } from './glob-paths.ts';
import { readSettings, type Settings } from './settings.ts';
import { nameOfUri, pathOfUri } from './uris.ts';

const section = 'modconf';

/** The user's settings, for the whole editor and for each folder that is open in it. */
export class Configuration {
  #general = readSettings(undefined);
  readonly #folders = new Map<string, Settings>();

  /** Takes in settings that are sent unasked. */
  take(settings: unknown): void {
    this.#general = readSettings(settings);
    this.#folders.clear();
  }

  /** Asks the editor; settings stay as they are when it does not answer. */
  async ask(connection: Connection, folders: readonly string[]): Promise<void> {
    const items = [{ section }, ...folders.map((scopeUri) => ({ scopeUri, section }))];
    try {
      const [general, ...rest] = await connection.workspace.getConfiguration(items);
      this.take(general);
      folders.forEach((uri, index) => {
        this.#folders.set(uri, inFolder(uri, readSettings(rest[index])));
      });
    } catch (error) {
      connection.console.warn(
        `the settings could not be read: ${error instanceof Error ? error.message : error}`,
      );
    }
  }

  /** Asks the editor to tell of changes. */
  async register(connection: Connection): Promise<void> {
    await connection.client.register(DidChangeConfigurationNotification.type, { section });
  }

  /** @returns the settings for a document: those of the innermost folder that it is in. */
  of(uri: string): Settings {
    let best: string | undefined;
    for (const folder of this.#folders.keys()) {
      const isInside = uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
      if (isInside && (best === undefined || folder.length > best.length)) best = folder;
    }
    return (best === undefined ? undefined : this.#folders.get(best)) ?? this.#general;
  }

  /** @returns whether the user does not want a document to be checked. */
  excludes(uri: string): boolean {
    const { exclude } = this.of(uri);
    return exclude.length > 0 && exclude.some((pattern) => matchesPath(pattern, nameOfUri(uri)));
  }
}

/** A root that is not absolute begins at the folder. */
function inFolder(uri: string, settings: Settings): Settings {
  const folder = pathOfUri(uri);
  const { root } = settings;
  return root === undefined || folder === undefined ? settings : { ...settings, root: resolve(folder, root) };
}
