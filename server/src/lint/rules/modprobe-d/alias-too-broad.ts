import { code } from '../../message.ts';
import { conf, inDirectives, modprobeDRule } from './support.ts';

export const aliasTooBroad = modprobeDRule({
  id: 'alias-too-broad',
  severity: 'warning',
  fix: 'none',
  needs: [],
  docs: {
    summary: 'An `alias` whose pattern matches every name: `alias * x`.',
    why: 'Aliases of the configuration come first. One that matches everything takes every request there is, those for modules by their own names included: whatever is asked for, only its module is loaded.',
    basis: 'kmod asks the aliases of the configuration before modules.dep, and patterns match by fnmatch(3).',
    bad: conf('alias * nouveau'),
    good: conf('alias char-major-226-* nouveau'),
  },
  ...inDirectives(['alias'], ({ words: [pattern, target] }, report) => {
    if (pattern === undefined || target === undefined || !/^[*?]+$/.test(pattern.text)) return;
    const reach = pattern.text.includes('*') ? 'every name' : 'every name of its length';
    const message = `modprobe loads ${code(target.text)} for ${reach} that it is asked for, because ${code(pattern.text)} matches all of them; write a narrower pattern`;
    report({ span: pattern.span, message });
  }),
});
