import type { ModutilsConfiguration } from '../../../loaders/modutils/configuration.ts';
import type { ConfigurationFile, FileOrigin } from '../../../loaders/origin.ts';
import type { ModulesConfTree } from '../../../syntax/modules-conf/tree.ts';
import type { SourceDocument } from '../../../text/source-document.ts';
import { code } from '../../message.ts';
import { eventsIn, isIn, relatedPlace, relatedTo } from './events.ts';
import {
  describeInvalid,
  type InvalidLine,
  invalidLines,
  isAssignable,
  isWordDirective,
  lostContinuation,
} from './invalid-lines.ts';
import { conf, modulesConfRule, nameSpan, writtenName } from './support.ts';

export const invalidLine = modulesConfRule({
  id: 'invalid-line',
  severity: 'error',
  fix: 'none',
  needs: [],
  docs: {
    summary: 'A line that is no directive, or one in the wrong form.',
    why: [
      'modutils answers `Invalid line N in FILE`, reads on, and fails with status 255 when it is through:',
      'with a single such line modprobe loads nothing at all, and `modprobe -c` prints nothing.',
      '',
      'Most often the line is the rest of the one above, which a mail program or an editor has wrapped: end that with `\\`.',
      'Or a directive has the other form: `alias`, `options`, `keep` and the like take no `=`, while `depfile` and the like need one.',
      'Misspelt directives are reported by `unknown-directive`, `path[x] = /y` by `space-before-equals`.',
    ].join('\n'),
    basis: 'modutils 2.4 recognises a directive only in its own form, with or without `=`; modules.conf(5).',
    bad: conf('post-install sound-slot-0 /bin/aumix-minimal -L', '>/dev/null 2>&1'),
    good: conf('post-install sound-slot-0 /bin/aumix-minimal -L \\', '>/dev/null 2>&1'),
  },
  checkDocument({ location, document, set }, report) {
    for (const invalid of invalidLines('invalid-line', document, set)) {
      const advice = lostContinuation(invalid, document) ?? advise(invalid, document);
      report({ line: invalid.line, span: nameSpan(invalid.tree), ...describeInvalid(invalid, advice) });
    }
    for (const { origin, file } of brokenIncludes(document, set)) {
      const number = document.loaderLineNumber(origin.line);
      const first = set?.messages.find((message) => isIn(message.origin, file.document));
      report({
        line: origin.line,
        span: origin.span,
        ...describeInvalid({ number, skipped: false }, `${file.path} has errors; correct them there`),
        ...relatedTo(relatedPlace(first?.origin, 'the first error is here', { location, document })),
      });
    }
  },
});

/** The includes of files that could be read and that modutils takes for broken. */
function brokenIncludes(
  document: SourceDocument<ModulesConfTree>,
  set: ModutilsConfiguration | undefined,
): { readonly origin: FileOrigin; readonly file: ConfigurationFile<ModulesConfTree> }[] {
  if (set === undefined) return [];
  const failed = new Set<number>();
  for (const { origin } of set.messages) if (isIn(origin, document)) failed.add(origin.line);
  return eventsIn('include', set, document).flatMap(({ origin, file }) =>
    file !== undefined && file.document !== document && failed.has(origin.line) ? [{ origin, file }] : [],
  );
}

/** Directives that nothing belongs behind. */
const alone = new Set(['keep', 'else', 'endif']);

function advise({ line, tree }: InvalidLine, document: SourceDocument<ModulesConfTree>): string {
  const { name, equals, argument } = tree;
  if (equals !== undefined && isWordDirective(name.text)) {
    const behind = argument.text === '' || alone.has(name.text) ? '' : ` ${argument.text}`;
    return `\`${name.text}\` takes no \`=\`; write ${code(name.text + behind)}`;
  }
  if (name.text.startsWith('path[') && !name.text.endsWith(']'))
    return 'a tag ends with `]` and has no blank in it; write `path[TAG]=DIRECTORY`';
  if (isAssignable(name.text) && argument.text !== '')
    return `${code(name.text)} takes one value; write ${code(`${name.text}=VALUE`)}`;
  if (isAssignable(name.text)) return `${code(name.text)} needs a value; write ${code(`${name.text}=VALUE`)}`;
  const written = writtenName(tree);
  if (written === '') return 'there is no directive here; remove the line';
  const above = line > 0 ? document.line(line - 1).tree : undefined;
  const continues = above?.kind === 'directive' && above.directive !== undefined;
  return continues
    ? `no directive begins with ${code(written)}; if it belongs to the line above, end that with \`\\\``
    : `no directive begins with ${code(written)}; correct or remove the line`;
}
