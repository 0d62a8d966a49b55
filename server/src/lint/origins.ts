import { describeOrigin, type FileOrigin, type Origin, rangeOf } from '../loaders/origin.ts';
import type { SourceDocument } from '../text/source-document.ts';
import type { RelatedPlace } from './diagnostic.ts';

/** @returns whether an origin is a line of the document. */
export function isIn(origin: Origin, document: SourceDocument<unknown>): origin is FileOrigin {
  return origin.kind === 'file' && origin.file.document === document;
}

/** @returns where something comes from, for a message: `line 3`, or with its file where that is another one. */
export function nameOrigin(origin: Origin, document: SourceDocument<unknown>): string {
  return isIn(origin, document) ? `line ${rangeOf(origin).start.line + 1}` : describeOrigin(origin);
}

/** @returns a finding's `related`, which has the origin if that is a line of a file. */
export function relatedTo(origin: Origin, message: string): { readonly related?: readonly RelatedPlace[] } {
  if (origin.kind !== 'file') return {};
  return { related: [{ path: origin.file.path, range: rangeOf(origin), message }] };
}
