import type { LintSettings } from '../settings.ts';

export interface Preset {
  readonly summary: string;
  readonly settings: Pick<LintSettings, 'profiles' | 'strict'>;
}

/** What `extends` may name besides files. */
export const presets: Readonly<Record<string, Preset>> = {
  'modconf:recommended': { summary: 'Every rule as it is by itself.', settings: {} },
  'modconf:strict': {
    summary: 'Information becomes a warning, and a warning an error.',
    settings: { strict: true },
  },
  'modconf:cis': {
    summary: 'Also the rules of the profile cis: what the CIS benchmarks ask of modprobe.d.',
    settings: { profiles: ['cis'] },
  },
  'modconf:migration': {
    summary: 'Also the rules of the profile migration: what has no form in modprobe.d.',
    settings: { profiles: ['migration'] },
  },
};
