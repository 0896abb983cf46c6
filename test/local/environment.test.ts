import { describe, expect, it } from 'vitest';
import { bareEnvironment, withoutLocalProxy } from '../../src/local/environment.js';

describe('bareEnvironment', () => {
  it('keeps what a program needs to run and nothing else', () => {
    const env = {
      PATH: '/bin',
      HOME: '/home/a',
      HTTP_PROXY: 'http://proxy',
      AUTH_CLIENT_ID: 'x',
      NODE_OPTIONS: '-r y',
    };
    expect(bareEnvironment(env)).toEqual({ PATH: '/bin', HOME: '/home/a' });
  });

  it('knows the names as Windows spells them', () => {
    expect(bareEnvironment({ Path: 'C:\\', SystemRoot: 'C:\\Windows' })).toEqual({
      Path: 'C:\\',
      SystemRoot: 'C:\\Windows',
    });
  });
});

describe('withoutLocalProxy', () => {
  it('adds this machine to the addresses that need no proxy', () => {
    const env = { HTTP_PROXY: 'http://proxy', NO_PROXY: 'intra.example', no_proxy: 'localhost,other.example' };
    const list = 'intra.example,localhost,other.example,127.0.0.1';
    expect(withoutLocalProxy(env)).toEqual({ HTTP_PROXY: 'http://proxy', NO_PROXY: list, no_proxy: list });
  });
});
