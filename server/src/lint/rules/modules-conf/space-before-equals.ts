import type { DirectiveLine } from '../../../syntax/modules-conf/tree.ts';
import { rawOffset } from '../../../text/logical-line.ts';
import type { DocumentEdit } from '../../rule.ts';
import { type Assignment, assignmentOf, describeInvalid, invalidLines } from './invalid-lines.ts';
import { type ConfLine, conf, modulesConfRule } from './support.ts';

export const spaceBeforeEquals = modulesConfRule({
  id: 'space-before-equals',
  severity: 'error',
  fix: 'safe',
  needs: [],
  docs: {
    summary: 'A blank before the `=` of `path[misc]=…`, `depfile=…` and the like, or no `=` at all.',
    why: [
      'The name of a directive ends at the first blank, so `path[misc] = /x` is not an assignment for modutils.',
      'It answers `Invalid line N` and modprobe then loads nothing. A blank behind the `=` does no harm.',
    ].join('\n'),
    basis:
      'modules.conf(5), `path[TAG]=PATH`; modutils 2.4 takes an assignment only where `=` ends the name.',
    bad: conf('keep', 'path[misc] = /usr/local/lib/modules'),
    good: conf('keep', 'path[misc]=/usr/local/lib/modules'),
  },
  checkDocument({ document, set }, report) {
    for (const invalid of invalidLines('space-before-equals', document, set)) {
      const { line, tree } = invalid;
      const assignment = assignmentOf(tree);
      const advice = `write \`${assignment.name}=\` without a blank before the \`=\``;
      const edit = joinEdit(line, document.lines[line]!, tree, assignment);
      report({
        line,
        span: { start: tree.name.span.start, end: edit.span.end },
        ...describeInvalid(invalid, advice),
        ...(!holdsComment(document.lines[line]!, edit) && {
          fix: { title: `Write "${edit.newText}"`, safety: 'safe', edits: [edit] },
        }),
      });
    }
  },
});

function joinEdit(
  line: number,
  { segments }: ConfLine,
  { name, argument }: DirectiveLine,
  assignment: Assignment,
): DocumentEdit {
  const end = rawOffset(segments, argument.start + assignment.value);
  return { line, span: { start: name.span.start, end }, newText: `${assignment.name}=` };
}

/** Between continued lines a comment may stand, which no fix should take away. */
function holdsComment({ comments }: ConfLine, { span }: DocumentEdit): boolean {
  return comments?.some(({ start }) => start < span.end) === true;
}
