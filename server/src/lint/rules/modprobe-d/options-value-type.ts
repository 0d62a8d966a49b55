import { code } from '../../message.ts';
import { parametersIn } from './parameter-lines.ts';
import { problemOfValue } from './parameter-values.ts';
import { confOn, modprobeDRule } from './support.ts';

const tree = {
  'modules.dep': ['kernel/fs/xfs/xfs.ko:'],
  'modules.builtin': ['kernel/drivers/block/loop.ko'],
  'modules.builtin.modinfo': ['loop.parmtype=max_loop:int\0'],
};

export const optionsValueType = modprobeDRule({
  id: 'options-value-type',
  severity: 'warning',
  fix: 'none',
  needs: ['modinfo'],
  docs: {
    summary: 'A value that the type of the parameter cannot take.',
    why: 'The kernel answers `invalid for parameter` and refuses to load the module. `modinfo -p MODULE` shows the types. A parameter with a type of its own is not looked at.',
    basis: 'The types stand in .modinfo; kstrtoint() and kstrtobool() of the kernel.',
    bad: confOn(tree, 'options loop max_loop=many'),
    good: confOn(tree, 'options loop max_loop=64'),
  },
  checkDocument({ document, modinfo }, report) {
    for (const { line, word, known } of parametersIn(document, modinfo)) {
      if (known?.type === undefined) continue;
      const { name, value } = word;
      const problem = problemOfValue(known.type, value && unquoted(value.text));
      if (problem === undefined) continue;
      const message = `the kernel answers \`invalid for parameter\` to this ${code(name.text)}, because ${problem}; correct it`;
      report({ line, span: (value?.text ? value : name).span, message });
    }
  },
});

/** The kernel takes away the quotes around a value, and one that it begins with. */
function unquoted(value: string): string {
  if (!value.startsWith('"')) return value;
  return value.slice(1).replace(/"$/, '');
}
