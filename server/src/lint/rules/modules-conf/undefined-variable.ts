import type { FileOrigin } from '../../../loaders/origin.ts';
import { rawSpan } from '../../../text/logical-line.ts';
import type { Span } from '../../../text/span.ts';
import { eventsIn, readingOf, relatedPlace, relatedTo } from './events.ts';
import { type ConfLine, conf, directiveFinder, modulesConfRule } from './support.ts';

export const undefinedVariable = modulesConfRule({
  id: 'undefined-variable',
  severity: 'warning',
  fix: 'none',
  needs: ['set'],
  docs: {
    summary: 'A `$VAR` that no `define` before it sets.',
    why: [
      'A shell puts nothing in the place of a variable that is not defined. When the kernel asks for a module, modprobe runs with almost no environment,',
      'so what a login shell knows is not there: define the variable in the file.',
    ].join('\n'),
    basis:
      'modules.conf(5), `define`; modutils 2.4 expands `$VAR` in the environment of modprobe, which is HOME, TERM and PATH when the kernel calls it.',
    bad: conf('options eepro100 debug=$LEVEL'),
    good: conf('define LEVEL 2', 'options eepro100 debug=$LEVEL'),
  },
  checkDocument({ location, document, set }, report) {
    const perhaps = perhapsDefined(document, readingOf(set, document).uncertain);
    const uses = new Map<string, Map<number, FileOrigin>>();
    for (const { origin, name } of eventsIn('variable-undefined', set, document)) {
      if (environment.has(name) || perhaps.has(name)) continue;
      uses.set(name, (uses.get(name) ?? new Map()).set(origin.line, origin));
    }
    for (const [name, lines] of uses) {
      const [first, ...others] = [...lines.values()];
      const span = first && placeOf(name, document.line(first.line));
      if (first === undefined || span === undefined) continue;
      const more =
        others.length === 0 ? '' : ` and in ${others.length} more line${others.length === 1 ? '' : 's'}`;
      report({
        line: first.line,
        span,
        message: `\`${name}\` is not defined, so modutils puts nothing here${more}; write \`define ${name} VALUE\` before`,
        ...relatedTo(
          ...others.map((origin) => relatedPlace(origin, 'nothing here either', { location, document })),
        ),
      });
    }
  },
});

/** What the kernel, init or any shell puts into the environment. */
const environment = new Set([
  'HOME',
  'TERM',
  'PATH',
  'PWD',
  'SHELL',
  'IFS',
  'PPID',
  'USER',
  'LOGNAME',
  'LANG',
  'HOSTNAME',
  'RUNLEVEL',
  'PREVLEVEL',
  'CONSOLE',
]);

const definesOf = directiveFinder(({ directive }) => directive === 'define');

/** The variables that are defined in a branch of which nobody knows whether it is taken. */
function perhapsDefined(
  document: Parameters<typeof definesOf>[0],
  uncertain: ReadonlySet<number>,
): ReadonlySet<string> {
  const defines = definesOf(document).filter(({ line }) => uncertain.has(line));
  return new Set(defines.map(({ tree }) => tree.words[0]?.text ?? ''));
}

/** The first use of a variable in a line. */
function placeOf(name: string, { text, segments }: ConfLine): Span | undefined {
  for (let at = text.indexOf('$'); at !== -1; at = text.indexOf('$', at + 1)) {
    for (const written of [`$${name}`, `\${${name}}`]) {
      const end = at + written.length;
      const isWhole = written.endsWith('}') || !/\w/.test(text[end] ?? '');
      if (isWhole && text.startsWith(written, at)) return rawSpan(segments, at, end);
    }
  }
  return undefined;
}
