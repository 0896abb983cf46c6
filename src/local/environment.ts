import { LOOPBACK } from './ports.js';

/** What a program needs of the environment to run at all. */
const ALWAYS = ['PATH', 'HOME', 'USERPROFILE', 'SYSTEMROOT', 'TMPDIR', 'TEMP', 'TMP', 'LANG', 'LC_ALL'];

/**
 * The environment of Azurite and the Playgrounds: theirs alone. Both read many variables (the Playground even
 * HTTP_PROXY, for the way to the bot on this machine), so nothing else of ours reaches them.
 */
export function bareEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  // Windows spells some of them Path and SystemRoot.
  return Object.fromEntries(Object.entries(env).filter(([name]) => ALWAYS.includes(name.toUpperCase())));
}

/** The environment with the way to this machine kept free of a proxy, which the Azure and Bot Framework clients obey. */
export function withoutLocalProxy(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { NO_PROXY: upper = '', no_proxy: lower = '' } = env;
  const hosts = [...new Set([...upper.split(','), ...lower.split(','), LOOPBACK, 'localhost'])];
  const list = hosts.filter((host) => host.trim() !== '').join(',');
  return { ...env, NO_PROXY: list, no_proxy: list };
}
