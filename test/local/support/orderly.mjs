// Ends by itself when asked, after work that takes a moment, and says so.
import { clearInterval, setInterval, setTimeout } from 'node:timers';

const life = setInterval(() => undefined, 1000);
process.on('SIGTERM', () => {
  setTimeout(() => {
    process.stdout.write('saved\n');
    clearInterval(life);
  }, 100);
});
process.stdout.write('up\n');
