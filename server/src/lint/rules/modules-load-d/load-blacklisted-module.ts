import { indexOf } from '../../../loaders/kmod/configuration-index.ts';
import { normalizeName } from '../../../syntax/modprobe-d/names.ts';
import { code } from '../../message.ts';
import { nameOrigin, relatedTo } from '../../origins.ts';
import { requestsIn } from './requests.ts';
import { loadWith, modulesLoadDRule } from './support.ts';

export const loadBlacklistedModule = modulesLoadDRule({
  id: 'load-blacklisted-module',
  severity: 'warning',
  fix: 'none',
  needs: ['set'],
  docs: {
    summary: 'A module that modprobe.d blacklists.',
    why: 'What is listed to be loaded at boot is loaded as by `modprobe -b`: blacklists count for it, although it is named. The module is skipped, and the boot log says so in one line at most.',
    basis: 'systemd-modules-load asks kmod to apply blacklists; so does the init script for /etc/modules.',
    bad: loadWith({ '/etc/modprobe.d/local.conf': ['blacklist pcspkr'] }, 'pcspkr'),
    good: loadWith({ '/etc/modprobe.d/local.conf': ['blacklist snd_pcsp'] }, 'pcspkr'),
  },
  checkDocument({ document, set }, report) {
    const index = indexOf(set.kmod);
    for (const { name, origin } of requestsIn(document, set.load)) {
      const request = normalizeName(name) ?? name;
      const targets = index.aliases(request).map(({ module }) => module);
      const modules = targets.length === 0 ? [request] : targets;
      const blacklists = modules.flatMap((module) => index.blacklist(module) ?? []);
      const [first] = blacklists;
      // Of several modules the others are loaded.
      if (first === undefined || blacklists.length < modules.length) continue;
      const { line, span } = origin;
      const message = `${code(name)} is not loaded at boot, because it is blacklisted (${nameOrigin(first.origin, document)}); remove one of the lines`;
      report({ line, span, message, ...relatedTo(first.origin, 'this is the blacklist') });
    }
  },
});
