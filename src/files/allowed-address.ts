const LOOPBACK = ['127.0.0.1', 'localhost'];

/** Whether a text is a host of the allow list: a name, or `*.` and a name of at least two parts. */
export function isHostPattern(text: string): boolean {
  return LOOPBACK.includes(text) || /^(?:\*\.)?(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*$/.test(text);
}

/** Whether the pattern lets this machine itself in: for the local world and tests. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.includes(host);
}

/**
 * Whether the bot may call an address that a client named: https at the usual port, no user name, and a host of the list, `*.` standing for
 * one or more parts before the name. This machine's own address may be http and any port where the list names it.
 */
export function isAllowedAddress(address: string, hosts: readonly string[]): boolean {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return false;
  }
  if (url.username !== '' || url.password !== '') return false;
  if (isLoopback(url.hostname)) return /^https?:$/.test(url.protocol) && hosts.includes(url.hostname);
  if (url.protocol !== 'https:' || url.port !== '') return false;
  return hosts.some((host) => (host.startsWith('*.') ? url.hostname.endsWith(host.slice(1)) : url.hostname === host));
}
