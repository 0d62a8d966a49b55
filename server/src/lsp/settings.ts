import type { Severity } from '../lint/diagnostic.ts';
import type { LintSettings } from '../lint/settings.ts';

/** What the user has set in the editor, in the section `modconf`. */
export interface Settings {
  /** The root file system that files belong to; undefined: found by each file's place. */
  readonly root: string | undefined;
  /** The kernel version in force; undefined: chosen as the command line does. */
  readonly kernel: string | undefined;
  readonly lint: LintSettings;
  /** Patterns of paths that are not checked. */
  readonly exclude: readonly string[];
}

const severities = ['error', 'warning', 'info'] as const satisfies readonly Severity[];

/** Rules that are off unless asked for, by what one would ask for. */
const profiles = ['cis', 'migration'];

/** The section's properties as JSON schemas. An editor's own list of settings must say the same. */
export const settingsSchema = {
  root: { type: 'string', default: '' },
  kernel: { type: 'string', default: '' },
  profiles: { type: 'array', default: [], uniqueItems: true, items: { type: 'string', enum: profiles } },
  rules: {
    type: 'object',
    default: {},
    additionalProperties: { type: 'string', enum: [...severities, 'off'] },
  },
  exclude: { type: 'array', default: [], items: { type: 'string' } },
} as const;

/** Reads the section as an editor sends it; whatever does not fit the schema is as if it were not set. Never throws. */
export function readSettings(section: unknown): Settings {
  const { root, kernel, profiles, rules, exclude } = isObject(section) ? section : {};
  return {
    root: readText(root),
    kernel: readText(kernel),
    lint: { severities: readSeverities(rules), profiles: readTexts(profiles) },
    exclude: readTexts(exclude),
  };
}

function readText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function readTexts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function readSeverities(value: unknown): Record<string, Severity | 'off'> {
  if (!isObject(value)) return {};
  const chosen = Object.entries(value).filter((entry): entry is [string, Severity | 'off'] =>
    isChoice(entry[1]),
  );
  return Object.fromEntries(chosen);
}

function isChoice(value: unknown): value is Severity | 'off' {
  return value === 'off' || severities.some((severity) => severity === value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
