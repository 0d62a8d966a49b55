import { code } from '../../message.ts';
import { namesOf } from './names.ts';
import { conf, hasWildcard, modprobeDRule, normalized } from './support.ts';

/** Where a name is only a name. */
const literal: ReadonlySet<string> = new Set(['alias-target', 'blacklist', 'options']);

export const globNotSupportedHere = modprobeDRule({
  id: 'glob-not-supported-here',
  severity: 'error',
  fix: 'none',
  needs: [],
  docs: {
    summary:
      'A pattern where modprobe compares names: behind `blacklist` and `options`, or as the module of an `alias`.',
    why: 'Only the pattern of an `alias` and the module of `install`, `remove` and `softdep` are patterns. `blacklist snd_*` blacklists a module that is called `snd_*`, which does not exist.',
    basis: 'kmod compares these names by strcmp(3), the others by fnmatch(3).',
    bad: conf('blacklist snd_hda_*'),
    good: conf('blacklist snd_hda_intel', 'blacklist snd_hda_codec'),
  },
  checkDocument({ document, set }, report) {
    for (const { line, role, word } of namesOf(document)) {
      if (!literal.has(role) || !hasWildcard(word.text)) continue;
      const name = normalized(word);
      // Options for an alias go by the alias as it is written.
      if (role === 'options' && set?.aliases.some(({ pattern }) => pattern === name)) continue;
      const reason =
        role === 'alias-target' ? 'the module of an `alias` is no pattern' : `\`${role}\` knows no patterns`;
      const message = `modprobe takes ${code(word.text)} for a name, because ${reason}; name each module on a line of its own`;
      report({ line, span: word.span, message });
    }
  },
});
