import { blameOf } from '../kmod/bad-line.ts';
import { modprobeDialect } from './dialect.ts';
import { conf, modprobeDRule } from './support.ts';

export const deprecatedDirective = modprobeDRule({
  id: 'deprecated-directive',
  severity: 'error',
  fix: 'unsafe',
  needs: [],
  docs: {
    summary: '`include` and `config`, which modprobe no longer reads.',
    why: 'module-init-tools had them. kmod answers `command include is deprecated and not parsed anymore`: what was included is not read. Every `*.conf` in the directories of modprobe.d is read by itself.',
    basis: 'kmod, since its first release; modprobe.d(5) no longer mentions them.',
    bad: conf('include /etc/modprobe.d/local'),
    good: { files: { '/etc/modprobe.d/other.conf': 'blacklist pcspkr\n' } },
  },
  lines: ['fault'],
  checkLine(line, report) {
    const { tree, raw } = line;
    if (tree.kind !== 'command' || blameOf(line, modprobeDialect) !== 'deprecated') return;
    const { text, span } = tree.command;
    const remedy =
      text === 'include' ? 'move what it names into a directory of modprobe.d, as `….conf`' : 'remove it';
    const edits = [{ span: { start: 0, end: raw.length }, newText: '' }];
    report({
      span: { start: span.start, end: (tree.name ?? tree.command).span.end },
      message: `modprobe no longer knows \`${text}\` and ignores this line; ${remedy}`,
      fix: { title: 'Remove the line', safety: 'unsafe', edits },
    });
  },
});
