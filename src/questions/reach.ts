import type { Counts } from '../broadcast/index.js';
import type { Directory } from '../people/index.js';
import { colleague } from './colleague.js';
import { KINDS } from './news.js';
import type { HandledQuestion } from './question.js';

/** Whether whoever asked can be answered in the chat, and whether the answer arrived; `unknown` says nothing. */
export type AnswerReach = 'unknown' | 'left' | 'no-chat' | 'on-its-way' | 'delivered' | 'failed' | 'uncertain';

export interface ReachParts {
  readonly directory: Directory;
  readonly reaches: { find(organisation: string, person: string): Promise<object | undefined> };
  /** The sendings about a subject. */
  readonly sendings: { list(subject: { organisation: string; kind: string; id: string }): AsyncIterable<string> };
  readonly counts: (organisation: string, broadcast: string) => Promise<Counts>;
}

/** Reads it from the directory, the chats and the ledger: what HR's card says is so at that moment. */
export async function reachOf(question: HandledQuestion, parts: ReachParts): Promise<AnswerReach> {
  const { organisation, personId, id, handling } = question;
  if (handling.state === 'answered' || handling.state === 'closed')
    for await (const broadcast of parts.sendings.list({ organisation, kind: KINDS.answer, id }))
      return outcomeOf(await parts.counts(organisation, broadcast));
  if (!colleague(personId, organisation, parts.directory)) return 'left';
  return (await parts.reaches.find(organisation, personId)) ? 'unknown' : 'no-chat';
}

/** Of a sending to one person. */
function outcomeOf(counts: Counts): AnswerReach {
  if (counts.delivered) return 'delivered';
  if (counts.unresolved) return 'left';
  if (counts.notInstalled) return 'no-chat';
  if (counts.uncertain) return 'uncertain';
  return counts.failed || counts.cancelled ? 'failed' : 'on-its-way';
}
