import { replaceBuiltInCommands } from '../../../expand/expand.ts';
import { metacharacter, metacharactersIn } from '../../../expand/metacharacters.ts';
import type { DirectiveName, Word, WordPart } from '../../../syntax/modules-conf/tree.ts';
import { wordParts } from '../../../syntax/modules-conf/word-parts.ts';
import { conf, generatedFileDirectives, inDirectives, modulesConfRule, partSpan } from './support.ts';

export const globNotExpanded = modulesConfRule({
  id: 'glob-not-expanded',
  severity: 'warning',
  fix: 'none',
  needs: [],
  docs: {
    summary: 'A pattern in a path that stays literal because of another special character beside it.',
    why: [
      'modutils looks for files only where the whole value has no special characters but `*`, `?`, `[…]` and `~`.',
      'With a `:`, `+`, `=`, `$`, quote or backslash anywhere in it the value goes through a quoted `echo` instead, where a pattern means nothing:',
      'the directory would literally be called `*`. Braces as in `{a,b}` are never expanded.',
      '`` `uname -r` `` and `` `kernelversion` `` are replaced before and do no harm.',
    ].join('\n'),
    basis: 'modutils 2.4, meta_expand: glob(3) only if nothing but wildcards is left, otherwise `echo "…"`.',
    bad: conf('keep', 'define DIR net', 'path[net]=/lib/modules/2.4.*/$DIR'),
    good: conf('keep', 'path[net]=/lib/modules/2.4.*/net'),
  },
  checkLine: inDirectives([...pathDirectives()], (tree, line, report) => {
    const { text } = tree.argument;
    const kinds = metacharactersIn(replaceBuiltInCommands(text, ''));
    if ((kinds & ~metacharacter.wildcard) === 0) return;
    for (const word of tree.words) {
      for (const part of literalPatterns(word)) {
        const reason =
          part.kind === 'brace' ? 'modutils has no braces' : `of the \`${reasonIn(text)}\` beside it`;
        const advice = part.kind === 'brace' ? 'write a line for each' : 'write the path out';
        report({
          span: partSpan(line, word, part.start, part.end),
          message: `\`${part.value}\` stays as it is, because ${reason}; ${advice}`,
        });
      }
    }
  }),
});

/** The directives whose values are paths. */
function pathDirectives(): readonly DirectiveName[] {
  return ['path', 'include', 'persistdir', ...generatedFileDirectives];
}

function literalPatterns(word: Word): WordPart[] {
  return wordParts(word.text).filter(({ kind }) => kind === 'glob' || kind === 'brace');
}

/** The first character that is to blame, for the message. */
function reasonIn(text: string): string {
  const left = replaceBuiltInCommands(text, '');
  for (const character of left) {
    if ((metacharactersIn(character) & ~metacharacter.wildcard) !== 0) return character;
  }
  return left;
}
