import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderWith, text } from './card-folder.js';

/** Runs `npm run cards` as its own process, to its end. */
function cards(args: readonly string[], env: Record<string, string>) {
  return spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/cards.ts', ...args], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
    timeout: 45_000,
  });
}

it('--sync writes the strings into the samples, in the form of the formatter', () => {
  const folder = folderWith([text('${name}')], { 'demo/card.sample.json': { name: 'Elin', strings: {} } });
  const first = cards(['--sync'], { CARDS_DIR: folder });
  expect([first.status, first.stderr]).toEqual([0, '']);
  const sample = join(folder, 'demo/card.sample.json');
  expect(first.stdout).toBe(`${sample}: strings updated\n`);
  expect(readFileSync(sample, 'utf8')).toBe('{\n  "name": "Elin",\n  "strings": {\n    "lang": "sv"\n  }\n}\n');
  expect(cards(['--sync'], { CARDS_DIR: folder }).stdout).toBe(
    'Every sample has the strings that its template uses.\n',
  );
});

it('says in one line what is wrong and ends with 1', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
  const port = String((taken.address() as AddressInfo).port);
  const faults = [
    cards([], { CARDS_PORT: port }),
    cards([], { CARDS_PORT: 'many' }),
    cards(['--what'], {}),
    cards(['--sync'], { CARDS_DIR: '/nowhere' }),
  ];
  taken.close();
  expect(faults.map(({ status, stderr }) => [status, stderr])).toEqual([
    [1, `Port ${port} is in use. Stop what uses it, or set CARDS_PORT to another port.\n`],
    [1, 'CARDS_PORT must be a port number (0 to 65535).\n'],
    [1, '"--what" is not known. Use no argument for the gallery, or --sync.\n'],
    [1, '/nowhere: there is no such folder\n'],
  ]);
});
