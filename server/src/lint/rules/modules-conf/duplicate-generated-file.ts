import type { ModutilsConfiguration } from '../../../loaders/modutils/configuration.ts';
import type { Origin } from '../../../loaders/origin.ts';
import { isIn, isUncertain, nameOrigin, readingOf, relatedPlace, relatedTo } from './events.ts';
import { describeInvalid } from './invalid-lines.ts';
import { conf, directiveFinder, generatedFileDirectives, modulesConfRule } from './support.ts';

export const duplicateGeneratedFile = modulesConfRule({
  id: 'duplicate-generated-file',
  severity: 'error',
  fix: 'none',
  needs: ['set'],
  docs: {
    summary: 'A second `depfile=`, `pcimapfile=` and the like.',
    why: 'The first assignment counts. modutils answers every later one with `Invalid line N`, and modprobe then loads nothing; in an included file it makes the `include` an invalid line too.',
    basis: 'modutils 2.4 takes a generated file that is already named for an invalid line.',
    bad: conf('depfile=/lib/modules/`uname -r`/modules.dep', 'depfile=/etc/modules.dep'),
    good: conf('depfile=/etc/modules.dep'),
  },
  checkDocument({ location, document, set }, report) {
    const { skipped, uncertain } = readingOf(set, document);
    for (const { line, tree } of generatedFilesOf(document)) {
      const { directive } = tree;
      if (!isGeneratedFile(directive) || skipped.has(line) || uncertain.has(line)) continue;
      const first = firstOf(directive, set);
      if (first === undefined || (isIn(first, document) && first.line === line)) continue;
      if (isUncertain(first, set)) continue;
      const number = document.loaderLineNumber(line);
      const advice = `\`${directive}\` is already named in ${nameOrigin(first, document)}; remove one of the lines`;
      report({
        line,
        span: tree.name.span,
        ...describeInvalid({ number, skipped: false }, advice),
        ...relatedTo(relatedPlace(first, 'the first one counts', { location, document })),
      });
    }
  },
});

const generatedFilesOf = directiveFinder(({ directive }) => isGeneratedFile(directive));

type GeneratedFile = (typeof generatedFileDirectives)[number];

function isGeneratedFile(directive: string | undefined): directive is GeneratedFile {
  return (generatedFileDirectives as readonly (string | undefined)[]).includes(directive);
}

/** The line that named the file, if one did. */
function firstOf(name: GeneratedFile, { generatedFiles }: ModutilsConfiguration): Origin | undefined {
  const origin = generatedFiles.find((entry) => entry.name === name)?.origin;
  return origin?.kind === 'file' ? origin : undefined;
}
