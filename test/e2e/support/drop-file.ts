import { randomUUID } from 'node:crypto';
import { serving, startFileHost } from '../../support/file-host.js';
import { fileAttachment } from '../../bot/support/files.js';
import type { Chat } from './chat.js';

/**
 * Sends a file in the person's own chat. The Playground's box cannot attach one, so this is what its "Mock an Activity, Custom Activity" does:
 * its own envelope of the chat around the message that Teams would send. Resolves when the bot's answer has come and the bot has the file.
 */
export async function dropFile(chat: Chat, file: { readonly name: string; readonly bytes: Uint8Array }): Promise<void> {
  const host = await startFileHost();
  host.answer = serving(file.bytes);
  try {
    await chat.expectNew();
    const { origin } = new URL(chat.page.url());
    const { config } = await get<{ config: { personalChat: { id: string } } }>(`${origin}/_internal/v1/testConfig`);
    const { id } = config.personalChat;
    // The nearest of its templates: as from the person to the bot in this chat.
    const envelope = await get<object>(
      `${origin}/_internal/v1/customActivities/template?conversationId=${id}&type=userAdded`,
    );
    const activity = {
      ...envelope,
      ...{ type: 'message', id: randomUUID(), locale: 'sv-SE', membersAdded: undefined },
      attachments: [fileAttachment(file.name, `${host.url}/${encodeURIComponent(file.name)}`)],
    };
    const sent = await fetch(`${origin}/_internal/v1/customActivities`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    });
    if (!sent.ok) throw new Error(`The Playground did not take the file: ${sent.status} ${await sent.text()}`);
    await chat.newCard();
  } finally {
    await host.stop();
  }
}

async function get<T>(url: string): Promise<T> {
  return (await (await fetch(url)).json()) as T;
}
