import { URI } from 'vscode-uri';

/** @returns the absolute path on this machine that a URI names; undefined for what is no file (`untitled:`, `git:`, …). */
export function pathOfUri(uri: string): string | undefined {
  const parsed = parse(uri);
  return parsed?.scheme === 'file' && parsed.authority === '' ? parsed.path : undefined;
}

/** @returns the URI of an absolute path on this machine. */
export function uriOfPath(path: string): string {
  return URI.file(path).toString();
}

/** @returns what a document is called whatever its scheme: the path in its URI. */
export function nameOfUri(uri: string): string {
  return parse(uri)?.path ?? uri;
}

function parse(uri: string): URI | undefined {
  try {
    return URI.parse(uri);
  } catch {
    return undefined; // a client may send anything
  }
}
