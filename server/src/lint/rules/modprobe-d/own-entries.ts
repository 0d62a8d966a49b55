import type { KmodConfiguration } from '../../../loaders/kmod/configuration.ts';
import type { FileOrigin, Origin } from '../../../loaders/origin.ts';
import type { SourceDocument } from '../../../text/source-document.ts';
import { groupBy } from '../../../tree/group-by.ts';

/** The lists of a configuration, by name. */
type ListName = 'aliases' | 'blacklists' | 'installs' | 'options' | 'removes' | 'softdeps' | 'weakdeps';

/** An entry that a line of a file makes. */
export type OwnEntry<Name extends ListName> = KmodConfiguration[Name][number] & {
  readonly origin: FileOrigin;
};

type ByDocument = ReadonlyMap<SourceDocument<unknown> | undefined, readonly { readonly origin: Origin }[]>;

const indexes = new WeakMap<KmodConfiguration, Map<ListName, ByDocument>>();

/**
 * Worked out once for a configuration, because every file of it asks.
 *
 * @returns the entries that the lines of a document make in its configuration, in order; none where it takes no part
 */
export function entriesIn<Name extends ListName>(
  name: Name,
  set: KmodConfiguration,
  document: SourceDocument<unknown>,
): readonly OwnEntry<Name>[] {
  const lists = indexes.get(set) ?? new Map<ListName, ByDocument>();
  indexes.set(set, lists);
  const list =
    lists.get(name) ??
    groupBy<SourceDocument<unknown> | undefined, { readonly origin: Origin }>(set[name], ({ origin }) =>
      origin.kind === 'file' ? origin.file.document : undefined,
    );
  lists.set(name, list);
  return (list.get(document) ?? []) as readonly OwnEntry<Name>[];
}
