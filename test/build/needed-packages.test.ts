import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { neededPackages } from '../../bin/needed-packages.mjs';

/** A lock file as npm writes it: b has a c of its own, since a needs another. */
const lock = {
  packages: {
    '': {},
    'node_modules/a': { dependencies: { c: '1', '@x/d': '1' } },
    'node_modules/b': { dependencies: { c: '2' }, optionalDependencies: { c: '2', native: '1' } },
    'node_modules/b/node_modules/c': { dependencies: { a: '1' } },
    'node_modules/c': {},
    'node_modules/@x/d': { dependencies: { b: '1', e: '1' } },
    'node_modules/@x/d/node_modules/e': { dependencies: { c: '1' } },
    'node_modules/native': {},
    'node_modules/tester': {},
  },
};

describe('neededPackages', () => {
  it('follows what packages need to where Node finds it, each once, round circles', () => {
    expect(neededPackages(lock, ['a'])).toEqual([
      'node_modules/@x/d',
      'node_modules/@x/d/node_modules/e',
      'node_modules/a',
      'node_modules/b',
      'node_modules/c',
    ]);
  });

  it('takes the copy that lies nearest to who needs it', () => {
    const nested = { packages: { ...lock.packages, 'node_modules/b': { dependencies: { c: '2' } } } };
    expect(neededPackages(nested, ['b'])).toContain('node_modules/b/node_modules/c');
    const isThere = (path: string) => path !== 'node_modules/b/node_modules/c';
    expect(neededPackages(nested, ['b'], isThere)).toEqual(['node_modules/b', 'node_modules/c']);
  });

  it('says who needs what is not there', () => {
    expect(() => neededPackages(lock, ['z'])).toThrow('package.json needs z');
    const broken = { packages: { 'node_modules/a': { dependencies: { q: '1' } } } };
    expect(() => neededPackages(broken, ['a'])).toThrow('node_modules/a needs q');
  });

  it('leaves the packages of developers out of what the bot needs', () => {
    const own = JSON.parse(readFileSync('package-lock.json', 'utf8')) as typeof lock;
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: object };
    const needed = neededPackages(own, Object.keys(dependencies));
    expect(needed).toEqual(expect.arrayContaining(['node_modules/botbuilder', 'node_modules/pino']));
    expect(needed.filter((path) => (own.packages as Record<string, { dev?: boolean }>)[path]?.dev)).toEqual([]);
  });
});
