import { EventEmitter, LogLevel, type LogOutputChannel, workspace } from 'vscode';

/**
 * Where the protocol's messages are written. The client library traces when its channel's level is Trace, which the user
 * would have to set for each session; here the setting `modconf.trace.server` alone decides.
 *
 * @param output the channel that shows it all
 */
export function traceChannel(output: LogOutputChannel): LogOutputChannel {
  const level = () =>
    workspace.getConfiguration('modconf').get('trace.server', 'off') === 'off'
      ? LogLevel.Info
      : LogLevel.Trace;
  const changed = new EventEmitter<LogLevel>();
  const listener = workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration('modconf.trace')) changed.fire(level());
  });
  const own: Partial<LogOutputChannel> = {
    onDidChangeLogLevel: changed.event,
    trace: (message, ...values) => output.info(message, ...values),
    dispose: () => {
      listener.dispose();
      changed.dispose();
    },
  };
  // Not around the channel itself: the editor may have frozen it.
  return new Proxy({} as LogOutputChannel, {
    get: (_, name) => {
      if (name === 'logLevel') return level();
      return Reflect.get(name in own ? own : output, name);
    },
  });
}
