/** One worker of bench:broadcast: the real engine, courier and cards over the storage that the parent names; tells the parent its name. */
import { loadCards } from '../../../src/cards/index.js';
import { createCourier } from '../../../src/bot/index.js';
import { createEngine } from '../../../src/broadcast/index.js';
import { systemClock } from '../../../src/calendar/index.js';
import { createLog } from '../../../src/log.js';
import { createLiveDirectory } from '../../../src/people/index.js';
import {
  openBroadcasts,
  openHints,
  openLedgerStore,
  openPeople,
  openReaches,
  openSendSlots,
  openStorage,
} from '../../../src/storage/index.js';
import { openLeases } from '../../../src/storage/leases.js';
import { createLeases } from '../../../src/jobs/index.js';

const storage = openStorage({ kind: 'connection-string', connectionString: process.env.STORAGE_CONNECTION_STRING! });
const cards = loadCards('cards');
const log = createLog('warn');
const directory = createLiveDirectory({ store: openPeople(storage), clock: systemClock });
await directory.refresh();
const engine = createEngine({
  stores: {
    broadcasts: openBroadcasts(storage),
    ledger: openLedgerStore(storage),
    hints: openHints(storage, () => log.error('unreadable hint')),
    slots: openSendSlots(storage),
    reaches: openReaches(storage),
  },
  courier: createCourier({
    credentials: { appType: 'SingleTenant' },
    bind: (view, locale) => cards.bind(view, locale),
    clock: systemClock,
    log,
  }),
  composers: {
    bench: ({ title, content }) => ({ card: { template: 'bot/error', data: content, isShared: true }, summary: title }),
  },
  directory,
  leases: createLeases({ store: openLeases(storage), clock: systemClock }),
  perSecond: Number(process.env.SENDS_PER_SECOND),
  clock: systemClock,
  log,
});
engine.start();
process.send?.({ holder: engine.holder });
