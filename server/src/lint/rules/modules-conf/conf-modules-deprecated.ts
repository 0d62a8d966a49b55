import { baseName } from '../../../files/paths.ts';
import { modulesConfRule } from './support.ts';

export const confModulesDeprecated = modulesConfRule({
  id: 'conf-modules-deprecated',
  severity: 'warning',
  fix: 'none',
  needs: ['files'],
  docs: {
    summary: 'The file is called conf.modules.',
    why: [
      'modutils reads /etc/conf.modules only where there is no /etc/modules.conf, and says every time that the name is deprecated.',
      'Where both exist, /etc/modules.conf counts and this file is not read at all. Rename it to modules.conf.',
    ].join('\n'),
    basis: 'modutils 2.4: `/etc/conf.modules is deprecated`; modules.conf(5).',
    bad: { files: { '/etc/conf.modules': 'alias eth0 eepro100\n' } },
    good: { files: { '/etc/modules.conf': 'alias eth0 eepro100\n' } },
  },
  checkDocument({ location, files }, report) {
    if (baseName(location) !== 'conf.modules') return;
    const old = files.realPath('/etc/conf.modules');
    const current = files.realPath('/etc/modules.conf');
    const ignored =
      location === '/etc/conf.modules' && old !== undefined && current !== undefined && old !== current;
    report({
      line: 0,
      span: { start: 0, end: 0 },
      message: ignored
        ? 'modutils does not read this file, because /etc/modules.conf exists; move what is needed there and remove it'
        : 'modutils reads this file only where there is no modules.conf, and says each time that its name is deprecated; rename it to `modules.conf`',
    });
  },
});
