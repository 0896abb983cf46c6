/** Resolves after `ms` milliseconds, or as soon as `woken` is aborted; at once when there is nothing to wait for. */
export function sleep(ms: number, woken?: AbortSignal): Promise<void> {
  if (ms <= 0 || woken?.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      woken?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    woken?.addEventListener('abort', end, { once: true });
  });
}
