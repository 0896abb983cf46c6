import { describe, expect, it } from 'vitest';
import {
  createAsk,
  createShelfIndexer,
  EMPTY_CONTEXT,
  type PublishedAnswer,
  type RoutineShelf,
} from '../../src/ask/index.js';
import { knowledge, NOW } from './engine.js';

const HA = 'Hägersten-Älvsjö stadsdelsförvaltning';
const routine = knowledge.routines.find(({ id }) => id === 'ha-avslutssamtal')!;
const published = (about: Partial<PublishedAnswer>): PublishedAnswer => ({
  organisation: HA,
  id: '1-a',
  version: 1,
  title: 'Flextid sista veckan',
  questions: ['Får jag ta ut flextid sista veckan innan jag slutar?'],
  text: 'Ja, om din chef godkänner det.',
  phase: 'avsluta',
  publishedAt: new Date('2026-11-02T12:00:00Z'),
  ...about,
});

const index = createShelfIndexer(knowledge);
const shelf = await index([
  published({}),
  published({ id: '2-b', title: 'Vem håller samtalet', questions: [routine.questions[0]!], text: 'Alltid HR.' }),
  published({
    id: '3-c',
    title: 'Nycklar',
    questions: ['Var lämnar jag nycklarna?'],
    text: 'I receptionen.',
    department: 'Förskola',
  }),
  published({
    id: '4-d',
    title: 'Wellness allowance',
    questions: ['How do I get my wellness allowance?'],
    text: 'Apply to the payroll office with your receipts and they pay it out.',
  }),
]);
const ask = createAsk(knowledge, undefined, {
  shelf: (name): RoutineShelf | undefined => (name === HA ? shelf : undefined),
});
const answer = (question: string, organisation = HA, department = 'Förskola') =>
  ask({ question, asker: { organisation, department }, now: NOW, context: EMPTY_CONTEXT }).answer;

describe('an answer that HR published', () => {
  it('is given to the same question and to one in other words, cited by organisation and day', () => {
    for (const question of [
      'får jag ta ut flextid sista veckan innan jag slutar',
      'kan man ta ut sin flextid sista veckan?',
    ]) {
      const { kind, text, citations } = answer(question);
      expect([kind, text]).toEqual(['routine', 'Ja, om din chef godkänner det.']);
      expect(citations).toMatchObject([{ n: 1, title: `Svar från HR, ${HA}, 2026-11-02` }]);
    }
  });

  it('wins over a routine of the documents that has exactly the same question', () => {
    expect(answer(routine.questions[0]!).text).toBe('Alltid HR.');
  });

  it('gives way to a routine of the documents whose own question is asked', () => {
    for (const question of routine.questions.slice(1, 6)) {
      const before = createAskOf()({
        question,
        asker: { organisation: HA, department: 'Förskola' },
        now: NOW,
        context: EMPTY_CONTEXT,
      });
      expect(answer(question).text).toBe(before.answer.text);
    }
  });

  it('is for people of that organisation alone', () => {
    const other = answer(
      'Får jag ta ut flextid sista veckan innan jag slutar?',
      'Norra innerstaden stadsdelsförvaltning',
    );
    expect(other.text).not.toContain('godkänner');
    expect(ask({ question: 'Var lämnar jag nycklarna?', now: NOW, context: EMPTY_CONTEXT }).answer.text).not.toContain(
      'receptionen',
    );
  });

  it('of one department says so', () => {
    expect(answer('Var lämnar jag nycklarna?').assumptions).toEqual(['Svaret gäller Förskola.']);
    expect(answer('Var lämnar jag nycklarna?', HA, 'Äldreomsorg').assumptions).toEqual(['Svaret gäller Förskola.']);
  });

  it('says which language HR wrote it in when another was asked in', () => {
    const { locale, assumptions } = answer('How do I get my wellness allowance?');
    expect([locale, assumptions]).toEqual(['en', []]);
  });

  it('leaves a delicate case to the careful text', () => {
    expect(answer('Jag blir hotad, får jag ta ut flextid sista veckan?').kind).toBe('sensitive');
  });

  it('leaves figures and all other answers as they were', () => {
    const plain = createAskOf();
    for (const question of [
      'Hur hög är sjukfrånvaron i förskolan?',
      'Vad är lönen för en rektor?',
      'Vad betyder AKK?',
    ]) {
      const asker = { organisation: HA, department: 'Förskola' };
      expect(answer(question)).toEqual(plain({ question, asker, now: NOW, context: EMPTY_CONTEXT }).answer);
    }
  });
});

describe('making a shelf', () => {
  it('lets turns by: none waits long', async () => {
    let longest = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 1);
    const started = performance.now();
    await index([published({})]);
    clearInterval(timer);
    // A build in one piece would be one wait.
    expect(longest).toBeLessThan((performance.now() - started) / 2);
  });
});

let plainAsk: ReturnType<typeof createAsk> | undefined;
function createAskOf() {
  return (plainAsk ??= createAsk(knowledge));
}
