import { decode } from '../text/encoding.ts';
import { type ElfProblem, elfSection } from './elf-section.ts';
import { groupBy } from './group-by.ts';
import { withUnderscores } from './names.ts';

/** What a module says of itself: the `key=value` texts of its .modinfo. */
export interface ModuleInfo {
  /** In the order of the file; a key may come more than once. */
  readonly fields: readonly ModuleField[];
  /** In the order of modinfo(8): what the file mentions last comes first. */
  readonly parameters: readonly ModuleParameter[];
}

export interface ModuleField {
  readonly key: string;
  readonly value: string;
}

export interface ModuleParameter {
  readonly name: string;
  /**
   * `bool`, `int`, `charp`, `array of int`, …; in 2.4 count and letter, `1-4i`. Undefined where the module only describes the
   * parameter.
   */
  readonly type: string | undefined;
  readonly description: string | undefined;
}

/** @returns every value of `key`, in order. */
export function valuesOf(info: ModuleInfo, key: string): string[] {
  return info.fields.filter((field) => field.key === key).map((field) => field.value);
}

/**
 * Reads the .modinfo of a module file that is not (or no longer) compressed: `.ko`, or `.o` of 2.4.
 *
 * @returns why there is none for a file that is no module or is damaged; never throws
 */
export function parseModuleInfo(bytes: Uint8Array): ModuleInfo | ElfProblem {
  const section = elfSection(bytes, '.modinfo');
  return typeof section === 'string' ? section : moduleInfoOf(textsOf(section).map(fieldOf));
}

/**
 * Reads modules.builtin.modinfo, where each text is `MODULE.key=value`.
 *
 * @returns what each module that is compiled in says of itself, by normalised name
 */
export function parseBuiltinInfo(bytes: Uint8Array): Map<string, ModuleInfo> {
  const fields = textsOf(bytes)
    .map(fieldOf)
    .filter(({ key }) => key.includes('.'));
  const byModule = groupBy(fields, ({ key }) => withUnderscores(key.slice(0, key.indexOf('.'))));
  const infos = new Map<string, ModuleInfo>();
  for (const [module, own] of byModule) {
    const bare = own.map(({ key, value }) => ({ key: key.slice(key.indexOf('.') + 1), value }));
    infos.set(module, moduleInfoOf(bare));
  }
  return infos;
}

/** @returns the NUL-terminated texts; several NULs in a row are padding. */
function textsOf(bytes: Uint8Array): string[] {
  return decode(bytes)
    .split('\0')
    .filter((text) => text !== '');
}

function fieldOf(text: string): ModuleField {
  const equals = text.indexOf('=');
  return equals === -1
    ? { key: text, value: '' }
    : { key: text.slice(0, equals), value: text.slice(equals + 1) };
}

function moduleInfoOf(fields: readonly ModuleField[]): ModuleInfo {
  const parameters = new Map<string, ModuleParameter>();
  for (const field of fields) {
    const said = saidOfParameter(field);
    if (said === undefined) continue;
    const { name, type, description } = said;
    const known = parameters.get(name);
    parameters.set(name, {
      name,
      type: known?.type ?? type,
      description: known?.description ?? description,
    });
  }
  return { fields, parameters: [...parameters.values()].reverse() };
}

/** Since 2.6 `parm=NAME:TEXT` and `parmtype=NAME:TYPE`; in 2.4 `parm_NAME=TYPE` and `parm_desc_NAME=TEXT`. */
function saidOfParameter({ key, value }: ModuleField): ModuleParameter | undefined {
  if (key === 'parm' || key === 'parmtype') {
    const colon = value.indexOf(':');
    if (colon === -1) return undefined;
    const text = value.slice(colon + 1);
    const name = value.slice(0, colon);
    return key === 'parm'
      ? { name, type: undefined, description: text }
      : { name, type: text, description: undefined };
  }
  if (key.startsWith('parm_desc_'))
    return { name: key.slice('parm_desc_'.length), type: undefined, description: value };
  if (key.startsWith('parm_'))
    return { name: key.slice('parm_'.length), type: value, description: undefined };
  return undefined;
}
