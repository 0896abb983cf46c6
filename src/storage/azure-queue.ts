import type { QueueClient } from '@azure/storage-queue';
import { CALL_DEADLINE_MS } from './pipeline.js';
import type { Queue } from './queue.js';
import { translate } from './translate-error.js';

/** Azure's own limit, and the point where a client's clock no longer matters. */
const MAX_DELAY_S = 7 * 24 * 3600;

/** One queue of Azure Queue Storage. Messages do not expire: whoever took them removes them. */
export function openAzureQueue(client: QueueClient, deadlineMs = CALL_DEADLINE_MS): Queue {
  const { name } = client;
  const end = () => ({ abortSignal: AbortSignal.timeout(deadlineMs) });
  return {
    async put(text, delayMs = 0) {
      const options = { ...end(), visibilityTimeout: seconds(delayMs), messageTimeToLive: -1 };
      await translate(name, () => client.sendMessage(text, options));
    },
    async take(max, hideMs) {
      const options = { ...end(), numberOfMessages: max, visibilityTimeout: Math.max(1, seconds(hideMs)) };
      const { receivedMessageItems } = await translate(name, () => client.receiveMessages(options));
      return receivedMessageItems.map(({ messageId, popReceipt, messageText, dequeueCount }) => ({
        text: messageText,
        takenTimes: dequeueCount,
        receipt: { id: messageId, popReceipt },
      }));
    },
    async peek(max) {
      const options = { ...end(), numberOfMessages: max };
      const { peekedMessageItems } = await translate(name, () => client.peekMessages(options));
      return peekedMessageItems.map(({ messageText, insertedOn }) => ({ text: messageText, putAt: insertedOn }));
    },
    async remove({ receipt }) {
      await translate(name, () => client.deleteMessage(receipt.id, receipt.popReceipt, end()), NOT_OURS);
    },
    async replace({ receipt }, text, delayMs) {
      const written = await translate<object | undefined>(
        name,
        () => client.updateMessage(receipt.id, receipt.popReceipt, text, seconds(delayMs), end()),
        NOT_OURS,
      );
      return written !== undefined;
    },
    async size() {
      const { approximateMessagesCount } = await translate(name, () => client.getProperties(end()));
      return approximateMessagesCount ?? 0;
    },
  };
}

/** 404: gone. 400: the pop receipt is of an earlier taking (PopReceiptMismatch). */
const NOT_OURS = [400, 404];

function seconds(ms: number): number {
  return Math.min(MAX_DELAY_S, Math.max(0, Math.ceil(ms / 1000)));
}
