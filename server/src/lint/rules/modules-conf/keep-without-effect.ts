import type { DocumentFix } from '../../rule.ts';
import { eventsIn, readingOf, relatedPlace, relatedTo } from './events.ts';
import { conf, directiveFinder, isFragment, modulesConfRule, removeLine } from './support.ts';

export const keepWithoutEffect = modulesConfRule({
  id: 'keep-without-effect',
  severity: 'warning',
  fix: 'unsafe',
  needs: ['set'],
  docs: {
    summary: 'A `keep` behind the first `path` line of its file, or in a file without any.',
    why: [
      '`keep` only decides what the first `path` line of the same file does: add to the search paths so far, or drop them.',
      'Behind that line it comes too late, the paths are gone. Without a `path` line there is nothing to decide.',
    ].join('\n'),
    basis: 'modules.conf(5), `keep`; modutils 2.4 looks at it once, at the first `path` of the file.',
    bad: conf('path[misc]=/usr/local/lib/modules', 'keep'),
    good: conf('keep', 'path[misc]=/usr/local/lib/modules'),
  },
  checkDocument({ location, document, set }, report) {
    const directives = pathsAndKeeps(document);
    if (!directives.some(({ tree }) => tree.directive === 'path')) {
      if (isFragment(location)) return;
      const { skipped } = readingOf(set, document);
      for (const { line, tree } of directives) {
        if (tree.directive !== 'keep' || skipped.has(line)) continue;
        const message = '`keep` has no effect, because there is no `path` in this file; remove it';
        report({ line, span: tree.name.span, message, fix: removal(line, document), unnecessary: true });
      }
      return;
    }
    const drops = eventsIn('paths-dropped', set, document)[0]?.origin.line;
    for (const { origin, firstPath } of eventsIn('keep-ineffective', set, document)) {
      const { line, span } = origin;
      const place = relatedPlace(firstPath, 'the first `path` of the file', { location, document });
      const isLate = place !== undefined && drops !== undefined;
      report({
        line,
        span,
        message: isLate
          ? `\`keep\` counts only before the first \`path\` of a file, and line ${place.range.start.line + 1} is one; put it before that`
          : 'a second `keep` has no effect; remove it',
        fix: isLate ? move(line, drops, document) : removal(line, document),
        unnecessary: true,
        ...relatedTo(isLate ? place : undefined),
      });
    }
  },
});

type Document = Parameters<typeof pathsAndKeeps>[0];

function removal(line: number, document: Document): DocumentFix {
  return removeLine(document, line, 'Remove "keep"', 'unsafe');
}

function move(line: number, before: number, document: Document): DocumentFix {
  const insertion = { line: before, span: { start: 0, end: 0 }, newText: 'keep\n' };
  const edits = [insertion, ...removal(line, document).edits];
  return { title: 'Put "keep" before the first "path"', safety: 'unsafe', edits };
}

const pathsAndKeeps = directiveFinder(({ directive }) => directive === 'path' || directive === 'keep');
