import type { Configured } from './configurations.ts';
import type { Host } from './host.ts';
import { complain, relay } from './messages.ts';
import { Status } from './status.ts';

/** Says on stderr what the loader says there about its configuration. */
export function tellTroubles(configured: Configured, host: Host): Status {
  if (configured.loader === 'modutils') {
    const { configuration, warnings } = configured;
    for (const text of warnings) relay(host, text);
    for (const { text } of configuration.messages) relay(host, `modprobe: ${text}`);
    return configuration.invalid ? Status.findings : Status.ok;
  }
  const { messages, files } = configured.configuration;
  for (const { text } of messages) relay(host, text);
  const unreadable = files.filter(({ reason }) => reason === 'unreadable');
  for (const { path } of unreadable) complain(host, `${configured.describePath(path)}: cannot be read`);
  return unreadable.length > 0 ? Status.failure : Status.ok;
}
