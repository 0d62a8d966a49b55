import { modulesConfRule } from './support.ts';

export const nulByte = modulesConfRule({
  id: 'nul-byte',
  severity: 'warning',
  fix: 'none',
  needs: [],
  docs: {
    summary: 'A NUL byte, which ends the line.',
    why: [
      'The loaders read lines as C strings: a NUL ends the line, and what is behind it up to the line end is lost without a message.',
      'One stray NUL comes from a crash or a broken editor; a NUL behind every letter means that the file is saved as UTF-16.',
    ].join('\n'),
    basis: 'modutils 2.4 reads with fgets(3) and takes the text up to the first NUL.',
    bad: { files: { '/etc/modules.conf': 'alias eth0 eep\0ro100\n' } },
    good: { files: { '/etc/modules.conf': 'alias eth0 eepro100\n' } },
  },
  checkLine({ raw, comments }, report) {
    for (let start = raw.indexOf('\0'); start !== -1; ) {
      const newline = raw.indexOf('\n', start);
      const end = newline === -1 ? raw.length : newline;
      const inComment = comments?.some((comment) => comment.start <= start && start < comment.end);
      if (inComment !== true) {
        const message = 'a NUL byte ends the line, so what is behind it is lost; remove it';
        report({ span: { start, end }, message });
      }
      start = raw.indexOf('\0', end);
    }
  },
});
