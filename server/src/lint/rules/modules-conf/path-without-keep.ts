import type { PathEntry } from '../../../loaders/modutils/configuration.ts';
import type { Origin } from '../../../loaders/origin.ts';
import type { ModulesConfTree } from '../../../syntax/modules-conf/tree.ts';
import type { SourceDocument } from '../../../text/source-document.ts';
import { eventsIn, nameOrigin, readingOf, relatedPlace, relatedTo } from './events.ts';
import { conf, directiveFinder, isFragment, modulesConfRule } from './support.ts';

export const pathWithoutKeep = modulesConfRule({
  id: 'path-without-keep',
  severity: 'warning',
  fix: 'unsafe',
  needs: ['set'],
  docs: {
    summary: 'The first `path` line of a file drops all search paths so far.',
    why: [
      'modutils has 21 search paths built in, among them /lib/modules/VERSION with everything below. The first `path` line of a file drops them all, unless `keep` stands before it in the same file:',
      'modules that are not in the directories of the `path` lines are no longer found. In an included file it also drops what the including file has set.',
      '',
      'Put `keep` on a line before the first `path` to add to the defaults instead.',
    ].join('\n'),
    basis:
      'modules.conf(5), `path` and `keep`; modutils 2.4: the first `path` of each file clears the list if there was no `keep` in that file.',
    bad: conf('path[misc]=/usr/local/lib/modules'),
    good: conf('keep', 'path[misc]=/usr/local/lib/modules'),
  },
  checkDocument({ location, document, set }, report) {
    if (isFragment(location)) return;
    const { uncertain } = readingOf(set, document);
    for (const { origin, dropped } of eventsIn('paths-dropped', set, document)) {
      const { line } = origin;
      const { tree } = document.line(line);
      const mayKeep = keepsOf(document).some((keep) => keep.line < line && uncertain.has(keep.line));
      if (tree.kind !== 'directive' || dropped.length === 0 || mayKeep) continue;
      const own = dropped.find((entry) => entry.origin.kind === 'file')?.origin;
      report({
        line,
        span: tree.name.span,
        message: `this \`path\` drops ${describeDropped(dropped, own, document)}; put \`keep\` on a line before it to add to them`,
        fix: {
          title: 'Put "keep" before it',
          safety: 'unsafe',
          edits: [{ line, span: { start: 0, end: 0 }, newText: 'keep\n' }],
        },
        ...relatedTo(relatedPlace(own, 'this search path is dropped', { location, document })),
      });
    }
  },
});

function describeDropped(
  dropped: readonly PathEntry[],
  own: Origin | undefined,
  document: SourceDocument<ModulesConfTree>,
): string {
  const { length } = dropped;
  if (own === undefined) return `the ${length} default search paths`;
  const from = nameOrigin(own, document);
  return length === 1
    ? `the search path of ${from}`
    : `the ${length} search paths so far, among them that of ${from}`;
}

const keepsOf = directiveFinder(({ directive }) => directive === 'keep');
