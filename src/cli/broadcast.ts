import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createBroadcasts, createLedger, createLiveCards } from '../broadcast/index.js';
import { systemClock } from '../calendar/index.js';
import { loadCards } from '../cards/index.js';
import { readCardFiles } from '../cards/template-files.js';
import {
  openAudit,
  openBroadcasts,
  openLedgerStore,
  openLiveCards,
  openPeople,
  openReaches,
} from '../storage/index.js';
import { runBroadcastCommand } from './broadcast/command.js';
import { openConfiguredStorage } from './configured-storage.js';

if (existsSync('.env')) process.loadEnvFile('.env');
const cardsDir = process.env.CARDS_DIR || 'cards';
// npm runs scripts in the project's folder; a path is meant from where the person stands.
const pathOf = (file: string) => resolve(process.env.INIT_CWD ?? process.cwd(), file);

process.exitCode = await runBroadcastCommand(process.argv.slice(2), {
  clock: systemClock,
  async open() {
    const storage = await openConfiguredStorage(process.env);
    const ledger = createLedger(openLedgerStore(storage), randomUUID());
    // The bot or a worker finds what is created here within a second.
    const broadcasts = createBroadcasts({ store: openBroadcasts(storage), ledger, wake: () => undefined });
    return {
      broadcasts,
      ledger,
      liveCards: createLiveCards({ store: openLiveCards(storage), broadcasts, clock: systemClock }),
      people: openPeople(storage),
      reaches: openReaches(storage),
      audit: openAudit(storage),
    };
  },
  sizeOf: (view, locale) => Buffer.byteLength(JSON.stringify(loadCards(cardsDir).bind(view, locale))),
  words: () => readCardFiles(cardsDir).strings('broadcast', 'sv'),
  perSecond: Number(process.env.SENDS_PER_SECOND || 30),
  readText: (file) => readFile(pathOf(file), 'utf8'),
  writeFile: (file, content) => writeFile(pathOf(file), content),
  print: console.log,
  complain: console.error,
  draw: process.stderr.isTTY ? (line) => void process.stderr.write(`\r${line}\u001b[K`) : undefined,
});
