import { baseName } from '../files/paths.ts';

/**
 * A name or pattern in the form in which kmod compares it: `-` is `_`, except inside `[…]`.
 *
 * @returns undefined for a bracket without its partner, which kmod refuses
 */
export function normalizeName(name: string): string | undefined {
  if (!name.includes('[') && !name.includes(']')) return withUnderscores(name);
  let normalized = '';
  let done = 0;
  for (let open = name.indexOf('['); open !== -1; open = name.indexOf('[', done)) {
    const close = name.indexOf(']', open);
    const before = name.slice(done, open);
    if (close === -1 || before.includes(']')) return undefined;
    normalized += withUnderscores(before) + name.slice(open, close + 1);
    done = close + 1;
  }
  const rest = name.slice(done);
  return rest.includes(']') ? undefined : normalized + withUnderscores(rest);
}

/** @returns the normalised name of a module by its file: `kernel/sound/snd-pcm.ko.xz` is `snd_pcm`. */
export function moduleNameOf(path: string): string {
  const file = baseName(path);
  const dot = file.indexOf('.');
  return withUnderscores(dot === -1 ? file : file.slice(0, dot));
}

/** @returns `name` with `_` for every `-`, as in module names. */
export function withUnderscores(name: string): string {
  return name.includes('-') ? name.replaceAll('-', '_') : name;
}
