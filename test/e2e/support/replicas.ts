import { appendFileSync, mkdirSync } from 'node:fs';
import { botUrl, type BotOptions, startBot } from '../../../src/local/bot.js';
import type { Child } from '../../../src/local/child.js';
import type { Family } from '../../../src/local/family.js';
import { type Balancer, startBalancer } from '../../support/balancer.js';
import { freePorts } from '../../support/free-ports.js';

/** What each process answered, world by world, is written here. */
const SHARES = 'test-results/replicas.log';
const LEAST_SHARE = 0.4;
/** Of fewer requests no share is a fact. */
const ENOUGH = 10;

/** Bots behind one address, as in Azure: each request goes to the next of them, whoever asks. */
export interface Replicas {
  readonly start: (family: Family, options: BotOptions) => Promise<readonly Child[]>;
  /** Stops the balancer and throws when one of them answered less than 40 %. Call it when the bots have stopped. Safe to call again. */
  stop(): Promise<void>;
}

/** How many bots serve each world: the variable REPLICAS, 1 without it. Throws when it is no number from 1 to 9. */
export function readReplicas({ REPLICAS = '1' }: NodeJS.ProcessEnv): number {
  if (!/^[1-9]$/.test(REPLICAS)) throw new Error(`REPLICAS=${REPLICAS}: how many bots serve each world, 1-9`);
  return Number(REPLICAS);
}

export function createReplicas(count: number): Replicas {
  let balancer: Balancer | undefined;
  let ports: number[] | undefined;
  return {
    async start(family, options) {
      ports ??= await freePorts(count);
      const bots = await Promise.all(
        ports.map((port, at) => startBot(family, { ...options, replica: { name: `bot-${at + 1}`, port } })),
      );
      // It stays while the bots behind it are started anew.
      balancer ??= await startBalancer(ports, Number(new URL(botUrl(options.settings)).port));
      return bots;
    },
    async stop() {
      const stopped = balancer;
      balancer = undefined;
      await stopped?.close();
      if (stopped) checkShares([...stopped.answered.values()]);
    },
  };
}

function checkShares(answered: readonly number[]): void {
  const all = answered.reduce((sum, one) => sum + one, 0);
  const shares = answered.map((one) => one / Math.max(all, 1));
  const said = shares.map((share, at) => `bot-${at + 1} ${answered[at]} (${Math.round(share * 100)} %)`).join(', ');
  mkdirSync('test-results', { recursive: true });
  appendFileSync(SHARES, `${new Date().toISOString()} ${said}\n`);
  if (answered.length === 2 && all >= ENOUGH && shares.some((share) => share < LEAST_SHARE))
    throw new Error(`Not every replica answered 40 % or more: ${said}`);
}
