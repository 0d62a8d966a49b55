import { eventsIn, isUncertain, nameOrigin, relatedPlace, relatedTo } from './events.ts';
import { conf, modulesConfRule, removeLine, spanOfWords } from './support.ts';

export const duplicateCommandFirstWins = modulesConfRule({
  id: 'duplicate-command-first-wins',
  severity: 'warning',
  fix: 'unsafe',
  needs: ['set'],
  docs: {
    summary: 'A second `install`, `pre-install`, `remove` … for a module, which is never run.',
    why: 'Of several commands of one kind for one module modutils runs the first. The later ones are dead, although `modprobe -c` shows them.',
    basis:
      'modutils 2.4 takes the first command that it finds for the module; modules.conf(5) does not say so.',
    bad: conf('post-install sb aumix -L', 'post-install sb modprobe opl3'),
    good: conf('post-install sb aumix -L; modprobe opl3'),
  },
  checkDocument({ location, document, set }, report) {
    for (const { origin, winner } of eventsIn('command-dead', set, document)) {
      const { line } = origin;
      const { tree } = document.line(line);
      if (tree.kind !== 'directive' || isUncertain(winner.origin, set)) continue;
      const first = tree.words[0];
      report({
        line,
        span: first === undefined ? tree.name.span : spanOfWords([tree.name, first]),
        message: `modprobe never runs this, because the first \`${winner.kind} ${winner.module}\` counts (${nameOrigin(winner.origin, document)}); put both commands into one line`,
        fix: removeLine(document, line, 'Remove the line', 'unsafe'),
        unnecessary: true,
        ...relatedTo(relatedPlace(winner.origin, 'this one is run', { location, document })),
      });
    }
  },
});
