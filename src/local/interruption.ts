const ASK_EVERY_MS = 500;

/**
 * Aborts when this program is asked to end: by a signal, or because npm is gone, which started it and through which
 * alone it could be stopped (npm hands SIGTERM to its shell, and a shell tells nobody).
 */
export function interruption(): AbortSignal {
  const interrupted = new AbortController();
  // Ctrl-C under npm comes twice, from the terminal and from npm; the first is enough, and stopping is short anyway.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => interrupted.abort());
  // Without npm a program may well outlive who started it: nohup.
  if (process.env.npm_lifecycle_event !== undefined) {
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && interrupted.abort(), ASK_EVERY_MS).unref();
  }
  return interrupted.signal;
}
