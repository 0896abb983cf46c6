import { stockholmDate } from '../calendar/index.js';
import type { News } from './news.js';
import type { HandledQuestion } from './question.js';
import type { QuestionStore } from './question-store.js';

/** A process that died between storing something and telling of it has been replaced long before. */
const RECENT_MS = 24 * 3600 * 1000;
const OLDEST_MS = 400 * RECENT_MS;

/**
 * Tells of what was stored in the last day, whoever was told already being told nothing again: a process that died right after
 * it stored a question or an answer left HR or the asker without it. Gives how many questions were gone through.
 */
export async function catchUp(
  { questions, news }: { questions: Pick<QuestionStore, 'list'>; news: Pick<News, 'sent' | 'concluded'> },
  now: Date,
): Promise<number> {
  const since = now.getTime() - RECENT_MS;
  const from = stockholmDate(new Date(now.getTime() - OLDEST_MS));
  let count = 0;
  for await (const question of questions.list({ from, to: stockholmDate(now) })) {
    const isNew = question.sentAt.getTime() >= since;
    const isConcluded = concludedAt(question) >= since;
    if (isNew) await news.sent(question);
    if (isConcluded) await news.concluded(question);
    if (isNew || isConcluded) count += 1;
  }
  return count;
}

function concludedAt({ handling }: HandledQuestion): number {
  return handling.state === 'answered' || handling.state === 'closed' ? handling.at.getTime() : 0;
}
