// Hears that it should end and stays.
import { setInterval } from 'node:timers';

process.on('SIGTERM', () => process.stdout.write('asked to end\n'));
setInterval(() => undefined, 1000);
process.stdout.write('up\n');
