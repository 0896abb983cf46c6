import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../../src/calendar/index.js';
import { ask, knowledge, NOW } from '../engine.js';

const CONTEXT = { measure: 'sjukfranvaro', population: 'ha-forskola', routine: 'ha-avslutssamtal' };
const answerTo = (question: string) => ask({ question, now: NOW, context: CONTEXT });

describe('an answer to somebody who tells of a case', () => {
  it('is the fixed text with its routes, in the language of the words', () => {
    const { answer } = answerTo('jag blir hotad');
    expect(answer).toMatchObject({ kind: 'sensitive', locale: 'sv', title: 'Hot och våld ska du inte möta ensam' });
    expect(answer.routes?.[0]).toEqual({ name: 'Ring 112', text: 'om någon är i fara nu.' });
    expect(answer.routes?.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Din chef', 'HR', 'Skyddsombudet', 'Ditt fackförbund']),
    );
    expect(answerTo('I am being bullied').answer).toMatchObject({ kind: 'sensitive', locale: 'en' });
    expect(answerTo('I am being bullied').answer.routes?.[0]?.name).toBe('Your manager');
  });

  it('is the same whatever else was said, and repeats none of it', () => {
    const long = answerTo('Min kollega Torvald på Kabelverket mobbar mig, sjukfrånvaron är 9,8 %').answer;
    expect(long).toEqual(answerTo('jag blir mobbad').answer);
    expect(JSON.stringify(long)).not.toMatch(/Torvald|Kabelverket|9,8/);
  });

  it('leaves the context as it was', () => {
    expect(answerTo('en kollega slog mig').context).toBe(CONTEXT);
  });

  it('comes before small talk, commands of thanks and figures', () => {
    for (const text of ['Hej! Jag blir mobbad', 'tack men jag blir hotad', 'sjukfrånvaro pga att jag blir mobbad'])
      expect(answerTo(text).answer.kind).toBe('sensitive');
  });
});

describe('an answer to a question how we work with it', () => {
  it('is the routine, then where to turn', () => {
    const { answer, context } = answerTo('Hur förebygger vi hot och våld?');
    expect(answer).toMatchObject({ kind: 'routine', phase: 'behålla' });
    expect(answer.aside?.text).toContain('Har det hänt något? Ring **112** vid fara.');
    expect(context.routine).toBe('gsb-hot-vald');
  });

  it('is the figure, then where to turn', () => {
    const { answer } = answerTo(
      'Vilket årsmål har grupp- och servicebostäderna 2024 för andelen brukare som inte upplever diskriminering?',
    );
    expect(answer.kind).toBe('statistic');
    expect(answer.facts[0]?.display.replaceAll('\u00a0', ' ')).toBe('94 %');
    expect(answer.aside?.text).toContain('**DO**');
  });

  it('follows its language', () => {
    expect(answerTo('How do we prevent threats and violence?').answer.aside?.text).toContain('Has something happened?');
  });

  it('has no such line when it is about something else', () => {
    expect(answerTo('Vem håller avslutssamtalet?').answer.aside).toBeUndefined();
    expect(answerTo('Hej').answer.aside).toBeUndefined();
  });
});

describe('the texts', () => {
  const said = knowledge.sensitive.topics.flatMap((topic) =>
    LOCALES.map((locale) => ({
      name: `${topic.id} ${locale}`,
      text: locale === 'sv' ? topic.text : topic.textEn,
      aside: locale === 'sv' ? topic.aside : topic.asideEn,
    })),
  );

  it.each(said)('of $name are short', ({ text, aside }) => {
    expect(text.length).toBeLessThan(340);
    expect(aside.length).toBeLessThan(230);
  });

  it('of every topic lead to a person, at most eight routes, and to 112 where there may be danger', () => {
    for (const { id, routes } of knowledge.sensitive.topics) {
      expect(routes.length, id).toBeLessThanOrEqual(8);
      expect(
        routes.some((route) => ['hr', 'hr-skyddad', 'chef'].includes(route)),
        id,
      ).toBe(true);
      if (id !== 'diskriminering' && id !== 'uppsagning')
        expect(
          routes.some((route) => route.startsWith('larm')),
          id,
        ).toBe(true);
    }
  });
});

describe('a turn after a goal that speaks of discrimination as a figure', () => {
  const GOAL = { measure: 'gott-bemotande', population: 'ha-gsb', period: '2024', kind: 'target' as const };
  const after = (question: string) => ask({ question, now: NOW, context: GOAL }).answer;

  it.each([
    'Och för dem som inte upplever diskriminering?',
    'å för dom som inte upplever diskriminering?',
    'å för att inte känna sej diskriminerad?',
  ])('gets its figure and where to turn: %s', (question) => {
    const answer = after(question);
    expect(answer.facts[0]?.value).toBe(94);
    expect(answer.aside?.text).toBeTruthy();
  });

  it.each([
    'Och för dem i min grupp som blir diskriminerade?',
    'Och för att jag känner mig diskriminerad?',
    'Och för mig som upplever diskriminering?',
    'Jag upplever diskriminering',
  ])('but not where somebody may tell of a case: %s', (question) => {
    expect(after(question).kind).toBe('sensitive');
  });
});
