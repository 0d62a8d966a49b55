import { code } from '../../message.ts';
import { nearest } from '../../nearest.ts';
import type { DocumentFinding } from '../../rule.ts';
import { type PlacedParameter, parametersIn } from './parameter-lines.ts';
import { confOn, modprobeDRule } from './support.ts';

const tree = {
  'modules.dep': ['kernel/fs/xfs/xfs.ko:'],
  'modules.builtin': ['kernel/drivers/block/loop.ko'],
  'modules.builtin.modinfo': [
    'loop.parm=max_loop:Maximum number of loop devices\0loop.parmtype=max_loop:int\0',
  ],
};

export const optionsUnknownParameter = modprobeDRule({
  id: 'options-unknown-parameter',
  severity: 'warning',
  fix: 'unsafe',
  needs: ['modinfo'],
  docs: {
    summary: 'An option that the module does not have.',
    why: 'The kernel loads the module all the same and only logs `unknown parameter … ignored`. A slip of the pen, or a parameter that newer kernels no longer have, goes unnoticed.',
    basis:
      'Kernels since 3.11 ignore unknown parameters; the parameters of a module stand in its .modinfo, as modinfo(8) shows them.',
    bad: confOn(tree, 'options loop max_loops=64'),
    good: confOn(tree, 'options loop max_loop=64'),
  },
  checkDocument({ document, modinfo }, report) {
    for (const placed of parametersIn(document, modinfo)) {
      if (placed.known === undefined) report(describe(placed));
    }
  },
});

function describe({ line, module, word, info }: PlacedParameter): DocumentFinding {
  const { text, span } = word.name;
  const names = info.parameters.map((parameter) => parameter.name);
  // The form of the kernel command line has the module's name in it.
  const bare = text.slice(text.lastIndexOf('.') + 1);
  const meant = names.includes(bare) ? bare : nearest(bare, names);
  const fact = `${code(module)} has no parameter ${code(text)}, and the kernel ignores it`;
  if (meant === undefined) {
    const remedy =
      names.length === 0 ? 'it has none at all' : `\`modinfo -p ${module}\` lists those that it has`;
    return { line, span, message: `${fact}; ${remedy}` };
  }
  const edits = [{ line, span, newText: meant }];
  const fix = { title: `Write "${meant}"`, safety: 'unsafe', edits } as const;
  return { line, span, message: `${fact}; did you mean ${code(meant)}?`, fix };
}
