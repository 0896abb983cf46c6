import { randomUUID } from 'node:crypto';
import type { WireActivity } from './activity.js';

/** A person as the members calls of Teams give one. */
export interface Member {
  /** The Teams id, `29:…`, that is this person's for one bot only. */
  readonly id: string;
  readonly aadObjectId: string;
  readonly name: string;
  readonly tenantId: string;
  readonly email?: string;
  readonly userPrincipalName?: string;
}

export interface NewChat {
  readonly id?: string;
  readonly conversationType?: 'personal' | 'groupChat' | 'channel';
  readonly members: readonly Member[];
}

/** `blocked`: the person blocked or uninstalled the app, the chat is still there. `not-installed`: the app never was there. */
export type Refusal = 'blocked' | 'not-installed';

/** One conversation that the bot is installed in. */
export interface Chat {
  readonly id: string;
  readonly conversationType: 'personal' | 'groupChat' | 'channel';
  readonly members: readonly Member[];
  /** What keeps the bot out: Teams then refuses whatever it writes. */
  refuses: Refusal | undefined;
  /** Every activity that the bot posted and Teams took, as received, with the id that it got. */
  sent: WireActivity[];
  /** The messages as people see them now: after updates, without deleted ones. */
  readonly current: Map<string, WireActivity>;
}

/** The conversations of the stand-in, and the counter that gives activities their ids. */
export class Chats {
  readonly #chats = new Map<string, Chat>();
  readonly #personal = new Map<string, Chat>();
  readonly #keeps: 'all' | 'ids';
  // Teams' activity ids are the milliseconds at which they were written, as text.
  #lastActivityId = Date.now();

  /** With 'ids' of a message only its id and type are kept: what it takes to know it again. */
  constructor(keeps: 'all' | 'ids' = 'all') {
    this.#keeps = keeps;
  }

  /** Adds a chat, or gives back the one with that id unblocked (a bot that is installed again). */
  add({ id = `a:${randomUUID()}`, conversationType = 'personal', members }: NewChat): Chat {
    const known = this.#chats.get(id);
    if (known) {
      known.refuses = undefined;
      return known;
    }
    const chat: Chat = { id, conversationType, members, refuses: undefined, sent: [], current: new Map() };
    this.#chats.set(id, chat);
    if (conversationType === 'personal') for (const member of members) this.#personal.set(member.id, chat);
    return chat;
  }

  find(id: string): Chat | undefined {
    return this.#chats.get(id);
  }

  /** Throws when there is no such chat: a test that reads a chat nobody made would otherwise see an empty one. */
  get(id: string): Chat {
    const chat = this.#chats.get(id);
    if (!chat) throw new Error(`The stand-in connector knows no conversation ${id}.`);
    return chat;
  }

  findPersonal(memberId: string): Chat | undefined {
    return this.#personal.get(memberId);
  }

  /** Gives the people of a chat a new one in place of it: the old id leads nowhere from now on. Returns the new chat. */
  move(id: string): Chat {
    const { conversationType, members } = this.get(id);
    this.#chats.delete(id);
    return this.add({ conversationType, members });
  }

  nextActivityId(): string {
    this.#lastActivityId = Math.max(this.#lastActivityId + 1, Date.now());
    return String(this.#lastActivityId);
  }

  /** Keeps a new message; typing and the like is sent, but does not stand in the chat. */
  post(chat: Chat, activity: WireActivity & { readonly id: string }): void {
    const kept = this.#kept(activity);
    chat.sent.push(kept);
    if (activity.type === 'message') chat.current.set(activity.id, kept);
  }

  /** Puts an activity in the place of one; false when that one does not stand in the chat. */
  update(chat: Chat, activity: WireActivity & { readonly id: string }): boolean {
    if (!chat.current.has(activity.id)) return false;
    chat.current.set(activity.id, this.#kept(activity));
    return true;
  }

  #kept(activity: WireActivity): WireActivity {
    return this.#keeps === 'all' ? activity : { id: activity.id, type: activity.type };
  }

  /** Forgets what was written; who is there, and who blocked the bot, stays. */
  clearMessages(): void {
    for (const chat of this.#chats.values()) {
      chat.sent = [];
      chat.current.clear();
    }
  }
}
