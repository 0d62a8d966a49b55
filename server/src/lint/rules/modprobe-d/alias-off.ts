import { code } from '../../message.ts';
import { conf, hasWildcard, inDirectives, modprobeDRule } from './support.ts';

export const aliasOff = modprobeDRule({
  id: 'alias-off',
  severity: 'error',
  fix: 'unsafe',
  needs: [],
  docs: {
    summary: '`alias X off` (or `null`), with which modutils refused a name.',
    why: [
      'For kmod `off` is a module like any other, which does not exist. modprobe X then does nothing and reports success; what X stands for is still loaded by its name, by its other aliases and as a dependency.',
      '`install X /bin/false` makes modprobe X fail, and on a module itself it keeps that out whichever way it is asked for.',
    ].join('\n'),
    basis:
      'kmod treats the target of an alias as a module name; recorded: `modprobe -R net-pf-10` answers `off`.',
    bad: conf('alias net-pf-10 off'),
    good: conf('install net-pf-10 /bin/false'),
  },
  ...inDirectives(['alias'], ({ command, words: [pattern, target] }, report) => {
    if (pattern === undefined || (target?.text !== 'off' && target?.text !== 'null')) return;
    const effect = `modprobe takes \`${target.text}\` for a module, finds none and reports success without refusing anything`;
    // Of install lines only one with exactly the requested name is found.
    if (hasWildcard(pattern.text)) {
      report({
        span: target.span,
        message: `${effect}; write an \`install\` line for each module that is meant`,
      });
      return;
    }
    const meant = `install ${pattern.text} /bin/false`;
    const edits = [
      { span: command.span, newText: 'install' },
      { span: target.span, newText: '/bin/false' },
    ];
    report({
      span: target.span,
      message: `${effect}; write ${code(meant)}`,
      fix: { title: `Write "${meant}"`, safety: 'unsafe', edits },
    });
  }),
});
