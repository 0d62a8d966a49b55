import { doesNothing } from '../../../loaders/kmod/command.ts';
import { commandsOf, conf, modprobeDRule } from './support.ts';

export const blockHelperStyle = modprobeDRule({
  id: 'block-helper-style',
  severity: 'info',
  fix: 'unsafe',
  needs: [],
  docs: {
    summary: '`install M /bin/true`, which keeps a module out and reports success.',
    why: [
      'modprobe M then answers with exit status 0 although nothing was loaded; who asked for the module goes on without it and fails later, and an audit sees a success. With `/bin/false` modprobe fails and says so.',
      'The lines of a file are reported together.',
    ].join('\n'),
    basis: 'modprobe exits with the status of the command; the CIS benchmarks write `/bin/false`.',
    bad: conf('install dccp /bin/true'),
    good: conf('install dccp /bin/false'),
  },
  checkDocument({ document }, report) {
    const helpers = commandsOf(document, 'install').flatMap(({ line, tree: { argument, name } }) => {
      const found = argument && /^\s*((?:\/usr)?\/bin\/)true\s*$/.exec(argument.text);
      if (!found || !doesNothing(argument.text)) return [];
      const start = argument.text.indexOf('true');
      return [{ line, name, span: argument.spanOf(start, start + 'true'.length) }];
    });
    const [first] = helpers;
    if (first?.name === undefined) return;
    const others = helpers.length - 1;
    const also =
      others === 0 ? '' : `, and ${others === 1 ? '1 other line' : `${others} other lines`} of this file,`;
    report({
      line: first.line,
      span: first.span,
      message: `with this line${also} modprobe reports success although nothing is loaded; write \`/bin/false\` to have it fail`,
      fix: {
        title: others === 0 ? 'Write "/bin/false"' : `Write "/bin/false" in ${helpers.length} lines`,
        safety: 'unsafe',
        edits: helpers.map(({ line, span }) => ({ line, span, newText: 'false' })),
      },
    });
  },
});
