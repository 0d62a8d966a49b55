import { dirname, resolve } from 'node:path';
import { type Configuration, lintSettings } from '../../lint/configuration-file/configuration.ts';
import { unusedSuppression } from '../../lint/engine-rules.ts';
import { severityOf } from '../../lint/settings.ts';
import { placeName } from '../configuration/place-name.ts';
import type { Host } from '../host.ts';
import { complain } from '../messages.ts';
import type { Results } from '../results/results.ts';

/**
 * Names on stderr what configurations silence in vain: of those only whose files have all been checked.
 *
 * @param paths what was checked, as the user named it
 */
export function tellUnusedSuppressions(
  host: Host,
  configurations: Iterable<Configuration>,
  paths: readonly string[],
  results: Results,
): void {
  const checked = paths.map((path) => resolve(host.directory, path));
  for (const configuration of configurations) {
    const folder = dirname(configuration.path);
    if (!checked.some((path) => path === '/' || path === folder || folder.startsWith(`${path}/`))) continue;
    const settings = lintSettings(configuration.effective({ path: configuration.path }));
    const severity = severityOf(unusedSuppression, settings);
    if (severity === undefined) continue;
    for (const { rules, place } of results.suppressions.unused(configuration.suppressions)) {
      results.count(severity);
      const text = `${severity}: the suppression of ${rules.join(', ')} silences nothing; remove it`;
      complain(host, `${placeName(host, place)}: ${text} [${unusedSuppression.id}]`);
    }
  }
}
