import type { ModulesLoadConfiguration } from '../../../loaders/kmod/modules-load.ts';
import type { SourceDocument } from '../../../text/source-document.ts';
import { isIn } from '../../origins.ts';

type Request = ModulesLoadConfiguration['requests'][number];

/** @returns what a document asks to load, of what is a name at all; in order. */
export function requestsIn(
  document: SourceDocument<unknown>,
  { requests }: ModulesLoadConfiguration,
): Request[] {
  return requests.filter(({ name, origin }) => isIn(origin, document) && isName(name));
}

/** What is none is another rule's. */
function isName(text: string): boolean {
  return /^[\w:*?,+.[\]-]+$/.test(text) && !/[,;]$|\.ko$/.test(text);
}
