import { isLanguageId, languageIds } from '../../server/src/syntax/language.ts';

/** Where documents come from that are somebody's files; what the extension itself shows is not. */
const schemes = ['file', 'untitled', 'vscode-vfs'];

/** The documents that the server is asked about. */
export const documentFilter = languageIds.flatMap((language) =>
  schemes.map((scheme) => ({ language, scheme })),
);

/** @returns whether the server is asked about a document. */
export function isOurs(document: {
  readonly languageId: string;
  readonly uri: { readonly scheme: string };
}): boolean {
  return isLanguageId(document.languageId) && schemes.includes(document.uri.scheme);
}
