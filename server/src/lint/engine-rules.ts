import type { RuleInfo } from './rule.ts';

/** A rule that broke: the file's other findings are still there. */
export const internalError: RuleInfo = {
  id: 'internal-error',
  severity: 'error',
  fix: 'none',
  needs: [],
  docs: {
    summary: 'A rule of modconf itself broke; its findings for this file are missing.',
    why: 'This is a fault in modconf, not in the file. All other rules did run. Please report it with the file, or the line, that causes it.',
    basis: 'modconf itself.',
    bad: { files: {} },
    good: { files: {} },
  },
};

/** A comment that silences nothing. */
export const unusedSuppression: RuleInfo = {
  id: 'unused-suppression',
  severity: 'warning',
  fix: 'safe',
  needs: [],
  docs: {
    summary: 'A `# modconf-disable-…` comment silences nothing.',
    why: [
      'The comment names a rule that reports nothing there, or that does not exist, or it is written in a way that has no effect.',
      'Left standing it would hide the next real fault of that kind.',
      '',
      'A suppression is a comment on a line of its own that begins in column 0:',
      '`# modconf-disable-next-line RULE[, RULE] [-- reason]` counts for the next line (with all its continuations),',
      '`# modconf-disable-file RULE[, RULE] [-- reason]` for the whole file.',
      'A rule that did not run, because it is turned off or its data are not at hand, is not counted as unused.',
    ].join('\n'),
    basis: 'modconf itself; comments mean nothing to the loaders.',
    bad: {
      files: {
        '/etc/modules.conf': '# modconf-disable-next-line alias-extra-words\nalias eth0 eepro100\n',
      },
    },
    good: {
      files: {
        '/etc/modules.conf':
          '# modconf-disable-next-line alias-extra-words -- the comment behind it is for us\nalias eth0 eepro100 onboard\n',
      },
    },
  },
};

/** The rules that are the engine's own, in every language. */
export const engineRules: readonly RuleInfo[] = [internalError, unusedSuppression];
