import { processHost } from './host.ts';
import { run } from './run.ts';

// Never `process.exit`: what is still to be written would be lost.
run(process.argv.slice(2), processHost()).then((status) => {
  process.exitCode = status;
});
