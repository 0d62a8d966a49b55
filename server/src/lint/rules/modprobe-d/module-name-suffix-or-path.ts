import type { LineWord } from '../../../syntax/line-word.ts';
import { encode } from '../../../text/encoding.ts';
import { code } from '../../message.ts';
import type { LineFinding, LineFix } from '../../rule.ts';
import { type NamedModule, namesIn } from './names.ts';
import { conf, modprobeDRule, readDirectives } from './support.ts';

/** MODULE_NAME_LEN of the kernel on 64 bits, without the final NUL. */
const maximumLength = 55;

export const moduleNameSuffixOrPath = modprobeDRule({
  id: 'module-name-suffix-or-path',
  severity: 'error',
  fix: 'safe',
  needs: [],
  docs: {
    summary:
      'A file name or path where the name of a module is expected: `foo.ko`, `/lib/modules/…/foo.ko`; or a name that no module can have.',
    why: [
      'modprobe compares the word with names of modules, which are file names up to the first dot. A path, a suffix, quotes, a comma between names or a parameter glued on (`i915.modeset=1`, the form of the kernel command line) never match, and modprobe says nothing.',
      'A name of more than 55 bytes cannot exist either.',
    ].join('\n'),
    basis: 'kmod compares module names as they are; MODULE_NAME_LEN of the kernel.',
    bad: conf('blacklist nouveau.ko'),
    good: conf('blacklist nouveau'),
  },
  lines: readDirectives,
  checkLine({ tree }, report) {
    if (tree.kind !== 'command') return;
    for (const name of namesIn(tree)) {
      const finding = look(name);
      if (finding !== undefined) report(finding);
    }
  },
});

type Look = (name: NamedModule) => LineFinding | undefined;

const looks: readonly Look[] = [
  ({ word, role }) => (role === 'options' ? ofCommandLine(word) : undefined),
  ({ word }) => quoted(word),
  separated,
  ({ word }) => file(word),
  ({ word }) => tooLong(word),
];

function look(name: NamedModule): LineFinding | undefined {
  const { text } = name.word;
  // Most names, at once.
  if (text.length <= maximumLength && /^[\w-]*$/.test(text)) return undefined;
  for (const each of looks) {
    const finding = each(name);
    if (finding !== undefined) return finding;
  }
  return undefined;
}

/** `options i915.modeset=1 i915.fastboot=1`, which is how the kernel command line has it. */
function ofCommandLine(word: LineWord): LineFinding | undefined {
  const parts = /^([\w-]+)\.[\w-]+=/.exec(word.text);
  if (parts === null) return undefined;
  const module = parts[1]!;
  const dot = word.spanOf(module.length, module.length + 1);
  const edits = [{ span: dot, newText: ' ' }];
  return {
    span: word.span,
    message: `modprobe takes all of this for the module's name: \`MODULE.PARAMETER=\` is the form of the kernel command line; write a blank for the dot`,
    fix: { title: `Write "${module} …"`, safety: 'safe', edits },
  };
}

function quoted(word: LineWord): LineFinding | undefined {
  const bare = word.text.replaceAll(/["']/g, '');
  if (bare === word.text) return undefined;
  const isWhole = /^(["']).*\1$/.test(word.text);
  return writeInstead(word, 'no quotes', isWhole ? bare : '');
}

/** `a,` in a list of modules, or `a,b` for one. */
function separated({ word, role }: NamedModule): LineFinding | undefined {
  if (!/[,;]/.test(word.text)) return undefined;
  const names = word.text.split(/[,;]/).filter((name) => name !== '');
  const isList = role === 'softdep-module' || role === 'weakdep-module';
  return writeInstead(word, 'no comma', names.length === 1 || isList ? names.join(' ') : '');
}

const suffix = /\.k?o(\.(gz|xz|zst))?$/;

function file(word: LineWord): LineFinding | undefined {
  const { text } = word;
  if (suffix.test(text) && !text.includes('/'))
    return writeInstead(word, 'no suffix', text.replace(suffix, ''));
  if (!/^\.{0,2}\//.test(text) && !(text.includes('/') && suffix.test(text))) return undefined;
  return writeInstead(word, 'no path', text.slice(text.lastIndexOf('/') + 1).replace(suffix, ''));
}

function tooLong({ text, span }: LineWord): LineFinding | undefined {
  if (encode(text).length <= maximumLength) return undefined;
  const message = `no module can be called this, because names have at most ${maximumLength} bytes; correct it`;
  return { span, message };
}

/** @param meant the name; empty where it is not clear */
function writeInstead({ text, span }: LineWord, reason: string, meant: string): LineFinding {
  const finding = `modprobe knows no module ${code(text)}, because the name of a module has ${reason}`;
  if (meant === '') return { span, message: `${finding}; write the name alone` };
  const edits = [{ span, newText: meant }];
  const fix: LineFix = { title: `Write "${meant}"`, safety: 'safe', edits };
  return { span, message: `${finding}; write ${code(meant)}`, fix };
}
