import type { OptionSpec } from './command-spec.ts';
import * as option from './options.ts';

const rules = 'What counts';
const output = 'What is printed';
const fixing = 'Fixing';

const thresholdOptions = [
  {
    name: 'severity',
    value: 'LEVEL',
    choices: ['error', 'warning', 'info'],
    group: rules,
    text: 'Leave out findings that weigh less: error, warning or info. Default: info.',
  },
  {
    name: 'fail-on',
    value: 'LEVEL',
    choices: ['error', 'warning', 'info', 'never'],
    group: rules,
    text: 'The least severity that gives exit status 1: error, warning, info or never. Default: warning.',
  },
  {
    name: 'max-warnings',
    value: 'NUMBER',
    group: rules,
    text: 'So many warnings are put up with; one more gives exit status 1.',
  },
] as const satisfies readonly OptionSpec[];

const baselineOptions = [
  {
    name: 'baseline',
    value: 'FILE',
    group: rules,
    text: 'Report only what does not stand in FILE, which --update-baseline writes. What stands there is still known when its line moves.',
  },
  {
    name: 'update-baseline',
    group: rules,
    text: 'Write what is found now into the file of --baseline, for the files that are checked.',
  },
] as const satisfies readonly OptionSpec[];

const outputOptions = [
  { ...option.format, group: output },
  {
    name: 'statistics',
    group: output,
    text: 'Count findings by rule: instead of the format text, beside other formats on stderr.',
  },
  { ...option.color, group: output },
  { ...option.quiet, group: output },
] as const satisfies readonly OptionSpec[];

/** The options of `modconf check`. */
export const checkOptions = [
  option.language,
  option.root,
  option.kernel,
  option.conf,
  option.dep,
  option.stdinPath,
  option.config,
  option.noConfig,
  {
    name: 'select',
    value: 'RULE,…',
    repeatable: true,
    group: rules,
    text: 'Run these rules only. A name may have `*` in it: dep-*.',
  },
  { name: 'ignore', value: 'RULE,…', repeatable: true, group: rules, text: 'Do not run these rules.' },
  ...thresholdOptions,
  {
    name: 'diff',
    value: 'REVISION',
    group: rules,
    text: 'Report only what is new since a revision of git: the findings that its files, with everything around them as it was, did not have.',
  },
  ...baselineOptions,
  {
    name: 'fix',
    group: fixing,
    text: 'Apply the safe fixes, then report what is left. A file is written all at once, keeps its mode, owner and line ends, and is left alone if it changes meanwhile.',
  },
  {
    name: 'unsafe',
    group: fixing,
    text: 'With --fix or --diff-fixes: also the fixes that may change what the loader does.',
  },
  {
    name: 'diff-fixes',
    group: fixing,
    text: 'Print what --fix would change, as a unified diff, and write nothing. Exit status 1 when there is something.',
  },
  ...outputOptions,
  ...option.general,
] as const satisfies readonly OptionSpec[];

/** The options of `modconf merge`. */
export const mergeOptions = [
  ...thresholdOptions,
  ...baselineOptions,
  ...outputOptions,
  ...option.general,
] as const satisfies readonly OptionSpec[];
