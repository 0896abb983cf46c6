import { get } from 'node:http';

const TIMEOUT_MS = 2000;

/** Whether GET answers 200 right now. */
export function isOk(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    // No agent, so that no open connection outlives the question and delays the server's end.
    const request = get(url, { agent: false, timeout: TIMEOUT_MS }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(false));
  });
}
