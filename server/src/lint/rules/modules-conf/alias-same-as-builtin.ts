import { builtInAliases } from '../../../loaders/modutils/built-in-aliases.ts';
import { eventsIn } from './events.ts';
import {
  conf,
  directiveFinder,
  modulesConfRule,
  type PlacedDirective,
  removeLine,
  spanOfWords,
} from './support.ts';

export const aliasSameAsBuiltin = modulesConfRule({
  id: 'alias-same-as-builtin',
  severity: 'info',
  fix: 'safe',
  needs: [],
  docs: {
    summary: 'An `alias` that says what modutils already knows.',
    why: 'modutils has more than a hundred aliases built in, for block and character devices, line disciplines, network protocols and binary formats. A line that repeats one changes nothing.',
    basis: 'the aliases that modutils 2.4.16 has built in (i386); `modprobe -c` shows them.',
    bad: conf('alias block-major-2 floppy'),
    good: conf('alias block-major-2 ataflop'),
  },
  checkDocument({ document, set }, report) {
    const aliases = aliasesOfBuiltIn(document);
    const counts = new Map<string, number>();
    for (const { tree } of aliases) {
      const name = tree.words[0]?.text ?? '';
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const replacing = new Set<number>();
    if (set !== undefined) {
      for (const { origin, list, old } of eventsIn('replaced', set, document)) {
        if (list === 'alias' && old.parts[0]?.origin.kind === 'file') replacing.add(origin.line);
      }
    }
    for (const alias of aliases) {
      const [name, target] = alias.tree.words;
      // Where another line is about the same name, this one may be what brings the built-in alias back.
      if (name === undefined || target === undefined || !isBuiltIn(alias)) continue;
      if (counts.get(name.text) !== 1 || replacing.has(alias.line)) continue;
      report({
        line: alias.line,
        span: spanOfWords([name, target]),
        message: `modutils has \`${name.text}\` → \`${target.text}\` built in; remove the line`,
        fix: removeLine(document, alias.line, 'Remove the line', 'safe'),
        unnecessary: true,
      });
    }
  },
});

const builtIn: ReadonlyMap<string, string> = new Map(builtInAliases);

/** Finds the aliases of the names that are built in, whatever they lead to. */
const aliasesOfBuiltIn = directiveFinder(
  ({ directive, words }) => directive === 'alias' && builtIn.has(words[0]?.text ?? ''),
);

function isBuiltIn({ tree: { words } }: PlacedDirective): boolean {
  return words.length === 2 && builtIn.get(words[0]!.text) === words[1]!.text;
}
