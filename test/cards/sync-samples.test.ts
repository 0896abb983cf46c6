import { join } from 'node:path';
import { expect, it } from 'vitest';
import { staleSamples } from '../../src/cards/sync-samples.js';
import { folderWith, text } from './card-folder.js';

it('gives each sample the strings its template uses, in its language', () => {
  const folder = folderWith([text('${name}')], {
    'demo/card.sample.json': { strings: { old: 'x' }, name: 'Elin' },
    'demo/card.sample.en.json': { name: 'Elin', strings: { lang: 'en' } },
  });
  expect(staleSamples(folder)).toEqual([
    { file: join(folder, 'demo/card.sample.json'), json: { name: 'Elin', strings: { lang: 'sv' } } },
  ]);
});

it('names the English sample by its own file', () => {
  const folder = folderWith([], {
    'demo/card.sample.json': { strings: { lang: 'sv' } },
    'demo/card.sample.en.json': {},
  });
  expect(staleSamples(folder)).toEqual([
    { file: join(folder, 'demo/card.sample.en.json'), json: { strings: { lang: 'en' } } },
  ]);
});
