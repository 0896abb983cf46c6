import { z } from 'zod';
import { type Command, defineAction, type Action, type Reply, type Turn } from '../actions/index.js';
import { organisationOf } from '../people/index.js';
import { questionTexts } from './texts.js';

/** The conversation in which an organisation's HR handles questions together. */
export interface HrChannel {
  readonly organisation: string;
  /** The key under which the conversation is kept. */
  readonly conversation: string;
  /** Who of HR chose it. */
  readonly by: string;
  readonly at: Date;
}

/** One or none for each organisation; provided by storage/. */
export interface HrChannelStore {
  find(organisation: string): Promise<HrChannel | undefined>;
  set(channel: HrChannel): Promise<void>;
  remove(organisation: string): Promise<void>;
}

/**
 * HR chooses a channel for the questions: "frågor hit" there, and a press after reading that everybody in it sees who asks what;
 * "frågor i chatten" takes it back. Without one, each person of HR has the questions in the own chat.
 */
export function createHrChannel(channels: HrChannelStore): {
  readonly actions: readonly Action[];
  readonly commands: readonly Command[];
} {
  function ask({ conversation, locale }: Turn): Reply {
    const texts = questionTexts[locale];
    if (conversation === 'personal') return { post: [{ text: texts.channel.whereToType }], outcome: 'personal' };
    return {
      post: [{ card: { template: 'questions/channel', data: { isSet: false } }, summary: texts.channel.title }],
      outcome: 'channel-asked',
    };
  }

  async function set({ asker, now, place, locale }: Turn): Promise<Reply> {
    if (place === undefined) return { toast: questionTexts[locale].channel.whereToType };
    await channels.set({ organisation: organisationOf(asker), conversation: place, by: asker.id, at: now });
    return { replace: { template: 'questions/channel', data: { isSet: true } }, outcome: 'channel-set' };
  }

  async function remove({ asker, locale }: Turn): Promise<Reply> {
    await channels.remove(organisationOf(asker));
    return { post: [{ text: questionTexts[locale].channel.removed }], outcome: 'channel-removed' };
  }

  return {
    actions: [
      defineAction({
        verb: 'questions.here',
        schema: z.object({}).strict(),
        allow: 'questions.handle',
        handle: (_, turn) => set(turn),
      }),
    ],
    commands: [
      { id: 'questions.here', phrases: ['frågor hit', 'questions here'], allow: 'questions.handle', handle: ask },
      {
        id: 'questions.in-chat',
        phrases: ['frågor i chatten', 'questions in chat'],
        allow: 'questions.handle',
        handle: remove,
      },
    ],
  };
}
