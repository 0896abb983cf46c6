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

/** One conversation that the bot is installed in. */
export interface Chat {
  readonly id: string;
  readonly conversationType: 'personal' | 'groupChat' | 'channel';
  readonly members: readonly Member[];
  /** Set when the app was uninstalled or blocked: Teams then refuses whatever the bot writes. */
  blocked: boolean;
  /** Every activity that the bot posted and Teams took, as received, with the id that it got. */
  sent: WireActivity[];
  /** The messages as people see them now: after updates, without deleted ones. */
  readonly current: Map<string, WireActivity>;
}

/** The conversations of the stand-in, and the counter that gives activities their ids. */
export class Chats {
  readonly #chats = new Map<string, Chat>();
  readonly #personal = new Map<string, Chat>();
  // Teams' activity ids are the milliseconds at which they were written, as text.
  #lastActivityId = Date.now();

  /** Adds a chat, or gives back the one with that id unblocked (a bot that is installed again). */
  add({ id = `a:${randomUUID()}`, conversationType = 'personal', members }: NewChat): Chat {
    const known = this.#chats.get(id);
    if (known) {
      known.blocked = false;
      return known;
    }
    const chat: Chat = { id, conversationType, members, blocked: false, sent: [], current: new Map() };
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

  nextActivityId(): string {
    this.#lastActivityId = Math.max(this.#lastActivityId + 1, Date.now());
    return String(this.#lastActivityId);
  }

  /** Forgets what was written; who is there, and who blocked the bot, stays. */
  clearMessages(): void {
    for (const chat of this.#chats.values()) {
      chat.sent = [];
      chat.current.clear();
    }
  }
}
