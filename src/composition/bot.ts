import { createBot, createDispatcher } from '../bot/index.js';
import type { Given } from './foundation.js';
import { buildHouse, type House } from './house.js';
import type { Running } from './program.js';
import { tellTurns } from './telling.js';
import type { Config } from '../config.js';
import { type FileDoor, startHttp } from '../http/index.js';
import type { Logger } from '../log.js';
import { openAudit, openConversations } from '../storage/index.js';

export interface RunningBot extends Running {
  readonly port: number;
}

/** The bot: the house with its door to Teams. It takes part in the sending unless SENDS says no. */
export async function startBot(config: Config, log: Logger, given?: Given): Promise<RunningBot> {
  const house = await buildHouse(config, log, given);
  await house.answering.prepare({ later: given?.answersLoadLater });
  const { registry, answer, loop, directory, bind, clock, answering } = house;
  const told = tellTurns(house.telemetry, registry);
  const turns: Record<string, number> = {};
  const bot = createBot({
    credentials: config.bot,
    homeTenant: config.bot.tenantId,
    defaultLocale: config.defaultLocale,
    contextIdleMs: config.contextIdleMs,
    turnsPerMinute: config.turnsPerMinute,
    files: { files: house.files, ...config.files },
    directory,
    conversations: openConversations(house.storage),
    dispatcher: createDispatcher({ registry, audit: openAudit(house.storage), answer, loop }),
    bind,
    welcome: house.welcome,
    clock,
    log,
    onTurn: (kind, outcome) => {
      turns[`${kind} ${outcome}`] = (turns[`${kind} ${outcome}`] ?? 0) + 1;
      log.info({ kind, outcome }, 'turn');
      told.onTurn(kind, outcome);
    },
    follow: told.follow,
  });
  const http = await startHttp({
    host: config.host,
    port: config.port,
    log,
    processActivity: (req, res) => bot.process(req, res),
    ready: () => house.storage.ping(),
    files: doorOf(house),
    metrics: config.metrics ? () => ({ turns, ...statusOf(house) }) : undefined,
  });
  const work = house.start({ sends: config.sends, answers: true });
  log.info(
    {
      port: http.port,
      storage: house.storage.kind,
      people: directory.size,
      routines: answering.knowledge().routines.length,
      imported: answering.passages.status(),
      sends: config.sends,
    },
    'ready',
  );
  return {
    port: http.port,
    async stop() {
      // Side by side: what is sent has the whole grace as well, however long the last turn takes.
      await Promise.all([http.close(), work.rest()]);
      await work.stop();
    },
  };
}

/** Links to files, as HTTP asks for them. */
function doorOf({ files, clock }: House): FileDoor {
  return { take: (token) => files.take(token, clock()), look: (token) => files.look(token, clock()) };
}

function statusOf({ storage, directory, answering: { passages } }: House) {
  return { storageCalls: storage.calls(), directory: directory.status(), imported: passages.status() };
}
