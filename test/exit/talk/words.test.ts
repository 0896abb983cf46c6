import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { seen } from '../../bot/support/seen.js';
import { KARIN } from '../../bot/support/people.js';
import { useStage } from '../../bot/support/stage.js';
import { createLog } from '../../../src/log.js';
import { testConfig } from '../../bot/support/stage.js';
import { buildHouse } from '../../support/start.js';

describe('the words that bring the guide', () => {
  const stage = useStage();

  it.each([
    'Vem håller avslutssamtalet?',
    'avslutssamtal',
    'Hur bokar jag avslutssamtal?',
    'Vad är en guide för avslutssamtal?',
  ])('leave the question "%s" to the knowledge', async (question) => {
    const { replies } = await stage.user(KARIN).say(question);
    expect(replies.map((reply) => seen(reply)).join('\n')).not.toContain('Du har ingen öppen avslutning');
  });

  it('answer who holds the conversation by the routine, as before', async () => {
    const { replies } = await stage.user(KARIN).say('Vem håller avslutssamtalet?');
    expect(seen(replies[0])).toContain('närmaste chef');
  });

  it('are no question of the sets by which the answers are measured', async () => {
    const { registry } = await buildHouse(testConfig(), createLog('silent'));
    const asked = ['dev', 'more', 'rounds'].flatMap((set) =>
      readFileSync(`test/ask/questions.${set}.jsonl`, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .flatMap((line) => (JSON.parse(line) as { turns: string[] }).turns),
    );
    expect(asked.length).toBeGreaterThan(300);
    expect(asked.filter((question) => registry.findCommand(question)?.id === 'exit.talk')).toEqual([]);
  });
});
