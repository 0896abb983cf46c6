import type { Logger } from '../log.js';
import type { TurnContext } from 'botbuilder';
import type { ConversationStore, Message, Reply, SearchPage, Turn } from '../actions/index.js';
import { MAX_QUESTION_LENGTH } from '../ask/index.js';
import type { Clock, Locale } from '../calendar/index.js';
import { type Directory, NO_ORGANISATION } from '../people/index.js';
import type { Dispatcher, Outcome, SearchOutcome } from './dispatcher.js';
import { bothFailed, NotKept } from './fault.js';
import { createFileTurns } from './file-turns.js';
import {
  type ConsentParts,
  type FileDelivery,
  fileTexts,
  offerFile,
  type OfferTo,
  readConsent,
  sentFiles,
} from './files/index.js';
import { PRESS_BUDGET, type PressBudget, pressInTime } from './press-in-time.js';
import { type Incoming, readIncoming } from './incoming.js';
import { invokeResponse, type PressResponse, readPress, readThumb, acknowledged } from './invoke.js';
import { type Opened, recall, remember } from './memory.js';
import { messageReply, outcomeName } from './outcome-reply.js';
import { type BindCard, toActivity } from './outgoing.js';
import { RecentAnswers } from './recent-answers.js';
import { referenceOf } from './reference.js';
import { malformedSearch, readSearch, searchResponse } from './search.js';
import { texts } from './texts.js';

export interface TurnParts {
  readonly log: Logger;
  readonly directory: Directory;
  readonly conversations: ConversationStore;
  readonly dispatcher: Dispatcher;
  readonly bind: BindCard;
  readonly clock: Clock;
  readonly homeTenant?: string;
  readonly defaultLocale: Locale;
  readonly contextIdleMs: number;
  /** How long a press may take before its person is told to press again; PRESS_BUDGET unless a test says else. */
  readonly pressBudget?: PressBudget;
  readonly files: ConsentParts & { readonly delivery: FileDelivery };
  readonly welcome: (turn: Turn) => Message;
  /** Told of each turn for the counters: a kind and an outcome, no content. */
  readonly onTurn: (kind: string, outcome: string) => void;
}

/** What the edge does with each kind of activity: identify, recall, ask the dispatcher, send, remember. */
export function createTurns(parts: TurnParts) {
  const { conversations, dispatcher, bind, clock } = parts;
  const answers = new RecentAnswers();

  function read(context: TurnContext): Incoming | undefined {
    return readIncoming(context.activity, parts.directory, parts.homeTenant);
  }

  async function open(context: TurnContext, incoming: Incoming): Promise<Opened> {
    const now = clock();
    const remembered = await recall(conversations, incoming, { now, idleMs: parts.contextIdleMs });
    const locale = remembered.locale ?? localeOf(incoming, parts.defaultLocale);
    context.turnState.set(CHOSEN_LOCALE, locale);
    return {
      remembered,
      turn: {
        asker: incoming.asker,
        ...{ locale, now, conversation: incoming.kind, context: remembered.context },
        ...(incoming.kind === 'personal' ? {} : { place: incoming.conversationKey }),
      },
    };
  }

  async function say(context: TurnContext, messages: readonly Message[], to: OfferTo): Promise<void> {
    for (const message of messages) {
      const { file, rateable, ...said } = message;
      if (hasContent(said)) {
        const sent = await context.sendActivity(toActivity({ ...said, rateable }, to.locale, bind));
        if (rateable) answers.add(context.activity.conversation.id, sent?.id, rateable);
      }
      if (!file) continue;
      const offer = await offerFile(file, { ...to, locale: message.locale ?? to.locale }, parts.files);
      await context.sendActivity('activity' in offer ? offer.activity : toActivity(offer.message, to.locale, bind));
    }
  }

  /** Sends and remembers side by side: the two do not depend on each other, and the user waits for the slower only. */
  async function finish(context: TurnContext, incoming: Incoming, opened: Opened, reply: Reply): Promise<void> {
    const locale = reply.locale ?? opened.turn.locale;
    const changes = {
      reference: referenceOf(context.activity, incoming.kind),
      context: reply.context,
      locale: reply.locale,
      now: opened.turn.now,
      idleMs: parts.contextIdleMs,
    };
    const [sent, kept] = await Promise.allSettled([
      say(context, reply.post ?? [], {
        organisation: incoming.organisation,
        person: incoming.personId,
        kind: incoming.kind,
        locale,
        now: opened.turn.now,
        right: reply.right,
      }),
      remember(conversations, incoming, opened.remembered, changes),
    ]);
    if (sent.status === 'rejected')
      throw kept.status === 'rejected' ? bothFailed(sent.reason, 'nor could it be kept', kept.reason) : sent.reason;
    if (kept.status === 'rejected') throw reply.post?.length ? new NotKept(kept.reason) : kept.reason;
  }

  const files = createFileTurns({ ...parts.files, dispatcher, onTurn: parts.onTurn, finish });

  return {
    async message(context: TurnContext): Promise<void> {
      const incoming = read(context);
      if (!incoming) return parts.onTurn('message', 'malformed');
      const { text } = incoming;
      if (incoming.asker.kind === 'guest') {
        await context.sendActivity(texts[localeOf(incoming, parts.defaultLocale)].guest);
        return parts.onTurn('message', 'refused');
      }
      const opened = await open(context, incoming);
      const sent = sentFiles(context.activity);
      if (sent.length > 0) return files.take(context, { incoming, opened }, sent);
      const unreadable = whyUnreadable(text, opened.turn.locale);
      if (unreadable !== undefined) {
        await context.sendActivity(unreadable);
        return parts.onTurn('message', 'unreadable');
      }
      const outcome = (await dispatcher.command(opened.turn, text)) ?? (await dispatcher.question(opened.turn, text));
      await finish(context, incoming, opened, messageReply(outcome, opened.turn.locale));
      parts.onTurn('message', outcomeName(outcome));
    },

    async press(context: TurnContext): Promise<void> {
      const incoming = read(context);
      const press = readPress(context.activity);
      if (!incoming || !press) {
        const locale = incoming ? localeOf(incoming, parts.defaultLocale) : parts.defaultLocale;
        await context.sendActivity(invokeResponse(refusal(400, 'bad_request', texts[locale].invalid('action'))));
        return parts.onTurn('press', 'malformed');
      }
      const { work, whole } = parts.pressBudget ?? PRESS_BUDGET;
      const began = performance.now();
      const late = (error: unknown) => {
        parts.onTurn('press', 'failed-late');
        parts.log.error({ error, verb: press.verb }, 'a press failed after its person was told that it took too long');
      };
      const pressed = async () => {
        const opened = await open(context, incoming);
        return { opened, outcome: await dispatcher.press(opened.turn, press.verb, press.data) };
      };
      const { opened, outcome } = await pressInTime(work, pressed(), late);
      const left = whole - (performance.now() - began);
      if (outcome.kind === 'done') await pressInTime(left, finish(context, incoming, opened, outcome.reply), late);
      await context.sendActivity(invokeResponse(pressResponse(outcome, opened.turn, bind)));
      parts.onTurn('press', outcomeName(outcome));
    },

    /** A search command in the compose box of any chat: nothing is read from storage or kept. */
    async search(context: TurnContext): Promise<void> {
      const incoming = read(context);
      const search = readSearch(context.activity);
      if (!incoming || !search) {
        await context.sendActivity(malformedSearch());
        return parts.onTurn('search', 'malformed');
      }
      const locale = localeOf(incoming, parts.defaultLocale);
      const turn: Turn = { asker: incoming.asker, locale, now: clock(), conversation: incoming.kind, context: {} };
      const outcome = dispatcher.search(turn, search.id, search.query);
      await context.sendActivity(searchResponse(searchPage(outcome, turn), bind));
      parts.onTurn('search', outcome.kind);
    },

    /** What somebody answered when Teams asked whether a file may be saved. */
    async consent(context: TurnContext): Promise<void> {
      const incoming = read(context);
      const answer = readConsent(context.activity);
      if (!incoming || !answer) {
        await context.sendActivity(acknowledged);
        if (incoming) await context.sendActivity(fileTexts[localeOf(incoming, parts.defaultLocale)].unreadable);
        return parts.onTurn('consent', 'malformed');
      }
      await files.consent(context, { incoming, opened: await open(context, incoming) }, answer);
    },

    /** One of the thumbs that Teams itself shows under an answer. */
    async thumb(context: TurnContext): Promise<void> {
      const incoming = read(context);
      const thumb = readThumb(context.activity);
      // Acknowledged in any case: Teams shows nothing of a refusal.
      if (!incoming || !thumb) {
        await context.sendActivity(acknowledged);
        return parts.onTurn('thumb', 'malformed');
      }
      const opened = await open(context, incoming);
      const { replyToId, ...rating } = thumb;
      const about = answers.find(context.activity.conversation.id, replyToId);
      const outcome = await dispatcher.rating(opened.turn, { ...rating, about });
      if (outcome.kind === 'done') await finish(context, incoming, opened, outcome.reply);
      await context.sendActivity(acknowledged);
      parts.onTurn('thumb', outcomeName(outcome));
    },

    /** The app was installed (or a team added it): keep the reference and welcome, once for each such event. */
    async installed(context: TurnContext): Promise<void> {
      const incoming = read(context);
      if (!incoming || incoming.asker.kind === 'guest') return parts.onTurn('install', 'refused');
      const opened = await open(context, incoming);
      await finish(context, incoming, opened, { post: [parts.welcome(opened.turn)] });
      parts.onTurn('install', 'welcomed');
    },

    /** Somebody joined the conversation, or the app was upgraded: only keep the reference; the install event says the welcome. */
    async joined(context: TurnContext): Promise<void> {
      const incoming = read(context);
      if (!incoming || incoming.asker.kind === 'guest') return;
      const opened = await open(context, incoming);
      await finish(context, incoming, opened, {});
      parts.onTurn('join', 'kept');
    },

    async uninstalled(context: TurnContext): Promise<void> {
      const incoming = read(context);
      if (!incoming) return;
      // Also what was kept before the directory knew the person.
      for (const organisation of new Set([incoming.organisation, NO_ORGANISATION]))
        await conversations.remove(organisation, incoming.conversationKey);
      parts.onTurn('install', 'removed');
    },

    /** The language for telling of a fault, which must not ask storage: the conversation's where the turn got to know it. */
    localeFor(context: TurnContext): Locale {
      const chosen = context.turnState.get<Locale | undefined>(CHOSEN_LOCALE);
      if (chosen !== undefined) return chosen;
      const incoming = read(context);
      return incoming ? localeOf(incoming, parts.defaultLocale) : parts.defaultLocale;
    },
  };
}

export type Turns = ReturnType<typeof createTurns>;

const CHOSEN_LOCALE = Symbol('chosen locale');

/** The person's language by the directory, else the client's, else the installation's. */
function localeOf(incoming: Incoming, fallback: Locale): Locale {
  return (incoming.asker.kind === 'person' ? incoming.asker.person.language : incoming.clientLocale) ?? fallback;
}

function whyUnreadable(text: string, locale: Locale): string | undefined {
  if (text === '') return texts[locale].empty;
  if (text.length > MAX_QUESTION_LENGTH) return texts[locale].tooLong(MAX_QUESTION_LENGTH);
  return undefined;
}

/** Nothing but a file is no message of its own. */
function hasContent({ asked, text, card }: Message): boolean {
  return asked !== undefined || text !== undefined || card !== undefined;
}

function pressResponse(outcome: Outcome, turn: Turn, bind: BindCard): PressResponse {
  const says = texts[turn.locale];
  switch (outcome.kind) {
    case 'done':
      if (outcome.reply.replace) {
        const { replace, locale } = outcome.reply;
        return { card: bind(replace, replace.locale ?? locale ?? turn.locale) };
      }
      return { text: outcome.reply.toast ?? (outcome.reply.post?.length ? says.posted : says.done) };
    case 'denied':
      return refusal(403, 'denied', turn.asker.kind === 'guest' ? says.guest : says.denied);
    case 'unknown-verb':
      return refusal(400, 'unknown_verb', says.unknownVerb);
    case 'invalid':
      return refusal(400, 'invalid_data', says.invalid(outcome.fields.join(', ')));
  }
}

function searchPage(outcome: SearchOutcome, { asker, locale }: Turn): SearchPage {
  const says = texts[locale];
  switch (outcome.kind) {
    case 'found':
      return outcome.page;
    case 'denied':
      return { kind: 'message', text: asker.kind === 'guest' ? says.guest : says.denied };
    case 'unknown-search':
      return { kind: 'message', text: says.unknownSearch };
  }
}

function refusal(status: 400 | 403 | 500, code: string, message: string): PressResponse {
  return { error: { status, code, message } };
}
