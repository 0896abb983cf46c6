import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fetchFile, putFile } from '../../../src/bot/files/transfer.js';
import { type Answer, type FileHost, startFileHost } from '../../support/file-host.js';

let host: FileHost;
beforeAll(async () => void (host = await startFileHost()));
beforeEach(() => host.reset());
afterAll(() => host.stop());

const rules = { hosts: ['127.0.0.1'], timeoutMs: 150 };
const silent: Answer = () => undefined;
const trickling: Answer = (response) => {
  response.writeHead(200, { 'content-type': 'text/csv' });
  const timer = setInterval(() => response.write('a'), 20);
  response.once('close', () => clearInterval(timer));
};

describe('a host that takes its time', () => {
  it.each([
    ['says nothing', silent],
    ['trickles', trickling],
  ])('is left when it %s', async (_, answer) => {
    host.answer = answer;
    const start = performance.now();
    expect(await fetchFile(`${host.url}/x`, rules)).toEqual({ fault: 'slow' });
    expect(performance.now() - start).toBeLessThan(1500);
  });

  it('is left when it does not take a file', async () => {
    host.answer = silent;
    expect(await putFile(`${host.url}/x`, new Uint8Array(10), rules)).toBe('slow');
  });
});

it('finds no host as a refusal like any other', async () => {
  expect(await fetchFile('http://127.0.0.1:1/x', rules)).toEqual({ fault: 'failed' });
});
