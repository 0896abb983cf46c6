import type { Activity, TurnContext } from 'botbuilder';
import type { Reply } from '../actions/index.js';
import type { Locale } from '../calendar/index.js';
import type { Dispatcher, FileOutcome } from './dispatcher.js';
import {
  answerConsent,
  type ConsentAnswer,
  type ConsentParts,
  fetchFile,
  fileTexts,
  type SentFile,
  TRANSFER_MS,
  type TransferFault,
} from './files/index.js';
import type { Incoming } from './incoming.js';
import { acknowledged } from './invoke.js';
import type { Opened } from './memory.js';
import { messageReply, outcomeName } from './outcome-reply.js';

export interface FileTurnParts extends ConsentParts {
  readonly dispatcher: Pick<Dispatcher, 'file' | 'consent'>;
  readonly onTurn: (kind: string, outcome: string) => void;
  /** Sends the reply and remembers. */
  readonly finish: (context: TurnContext, incoming: Incoming, opened: Opened, reply: Reply) => Promise<void>;
}

interface Who {
  readonly incoming: Incoming;
  readonly opened: Opened;
}

/** What the edge does with files that come in and with answers about those that go out. */
export function createFileTurns({ dispatcher, onTurn, finish, ...consentParts }: FileTurnParts) {
  return {
    /** A file that came with a message: fetched only where it is taken, and from whom. */
    async take(context: TurnContext, { incoming, opened }: Who, sent: readonly SentFile[]): Promise<void> {
      const texts = fileTexts[opened.turn.locale];
      const [first, second] = sent;
      const why = incoming.kind !== 'personal' ? texts.onlyInPersonalChat : second ? texts.one : undefined;
      if (why !== undefined) {
        await context.sendActivity(why);
        return onTurn('file', 'refused');
      }
      const { hosts, transferMs: timeoutMs = TRANSFER_MS } = consentParts;
      const { name, address } = first!;
      const outcome = await dispatcher.file<TransferFault>(opened.turn, name, async () => {
        const fetched = await fetchFile(address, { hosts, timeoutMs });
        return 'bytes' in fetched ? { file: { name, bytes: fetched.bytes } } : fetched;
      });
      await finish(context, incoming, opened, fileReply(outcome, opened.turn.locale));
      onTurn('file', outcome.kind === 'unfetched' ? outcome.fault : outcomeName(outcome));
    },

    /** What somebody answered when Teams asked whether a file may be saved. */
    async consent(context: TurnContext, { incoming, opened }: Who, answer: ConsentAnswer): Promise<void> {
      const { locale, now } = opened.turn;
      let info: Partial<Activity> | undefined;
      const outcome = await dispatcher.consent(opened.turn, `files.${answer.kind}`, async () => {
        const { organisation, personId: person } = incoming;
        const done = await answerConsent(answer, { organisation, person, locale, now }, consentParts);
        info = done.info;
        return done.reply;
      });
      await finish(context, incoming, opened, messageReply(outcome, locale));
      if (info) await context.sendActivity(info);
      await context.sendActivity(acknowledged);
      onTurn('consent', outcomeName(outcome));
    },
  };
}

function fileReply(outcome: FileOutcome<TransferFault>, locale: Locale): Reply {
  const says = fileTexts[locale];
  switch (outcome.kind) {
    case 'done':
    case 'denied':
      return messageReply(outcome, locale);
    case 'type':
      return { post: [{ text: says.type(outcome.endings.join(', ')) }] };
    case 'unfetched':
      return { post: [{ text: says.notFetched[outcome.fault] }] };
  }
}
