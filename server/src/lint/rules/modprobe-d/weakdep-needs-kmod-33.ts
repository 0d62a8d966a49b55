import { conf, inDirectives, modprobeDRule } from './support.ts';

export const weakdepNeedsKmod33 = modprobeDRule({
  id: 'weakdep-needs-kmod-33',
  severity: 'info',
  fix: 'none',
  needs: [],
  docs: {
    summary: 'A `weakdep`, which kmod before release 33 does not know.',
    why: 'Older releases (Debian 12 has kmod 30) answer `ignoring bad line`. Nothing is lost where only the tools that make an initramfs are to read it and they are new enough.',
    basis: 'kmod 33 brought `weakdep`; recorded from kmod 30 and 34.',
    bad: conf('weakdep r8169 realtek'),
    good: conf('softdep r8169 pre: realtek'),
  },
  ...inDirectives(['weakdep'], ({ command }, report) => {
    report({
      span: command.span,
      message: 'modprobe ignores `weakdep` before kmod 33; use `softdep` where older releases read this file',
    });
  }),
});
