import { baseName } from '../files/paths.ts';

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
