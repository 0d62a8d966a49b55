import { relative, resolve } from 'node:path';
import { encode } from '../../text/encoding.ts';

/** Names files as services do that show a repository: relative to its top, or absolute when they stand outside. */
export class RepositoryPaths {
  readonly #directory: string;
  readonly #repository: string;

  /**
   * @param directory the current directory, absolute
   * @param repository the top of the repository, where the service says it; otherwise the current directory is
   */
  constructor(directory: string, repository: string = directory) {
    this.#directory = directory;
    this.#repository = repository;
  }

  /** @param shown the path as the user named it. */
  nameOf(shown: string): string {
    const path = resolve(this.#directory, shown);
    const name = relative(this.#repository, path);
    return name === '' || name === '..' || name.startsWith('../') ? path : name;
  }

  /** @returns the path as a URI: relative to the repository's top, or `file:///…`. Bytes are escaped one by one. */
  uriOf(shown: string): string {
    const name = this.nameOf(shown);
    return name.startsWith('/') ? `file://${percentEncode(name)}` : percentEncode(name);
  }
}

/** @returns the repository's top as CI services say it in their environment; undefined elsewhere. */
export function repositoryOf(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  return environment.GITHUB_WORKSPACE || environment.CI_PROJECT_DIR || undefined;
}

/** Leaves what RFC 3986 calls unreserved, and slashes. */
function percentEncode(path: string): string {
  let out = '';
  for (const byte of encode(path)) {
    const character = String.fromCharCode(byte);
    out += /[A-Za-z0-9\-._~/]/.test(character)
      ? character
      : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return out;
}
