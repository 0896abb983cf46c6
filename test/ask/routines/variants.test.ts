import { describe, expect, it } from 'vitest';
import { EMPTY_CONTEXT, type Question } from '../../../src/ask/index.js';
import { LOCALES } from '../../../src/calendar/index.js';
import { ask, converse, knowledge, NOW } from '../engine.js';

const asker = (department: string, organisation = 'Hägersten-Älvsjö stadsdelsförvaltning') => ({
  asker: { organisation, department },
});
const QUESTION = 'Vem håller avslutssamtalet?';

function answered(question: string, about: Partial<Question> = {}) {
  const { answer, context } = ask({ question, now: NOW, context: EMPTY_CONTEXT, ...about });
  return { answer, routine: context.routine };
}

describe('a routine that departments have each their own of', () => {
  it.each([
    ['Förskola', 'ha-forskola-avslutssamtal', 'förskolan', 'äldreomsorgen, samhälle och service'],
    ['Äldreomsorg', 'ha-aldreomsorg-avslutssamtal', 'äldreomsorgen', 'förskolan, samhälle och service'],
    ['Samhälle och service', 'ha-samhalle-service-avslut', 'samhälle och service', 'äldreomsorgen, förskolan'],
  ])('is that of the asker in %s, and the difference is said', (department, id, own, others) => {
    const { answer, routine } = answered(QUESTION, asker(department));
    expect(routine).toBe(id);
    expect(answer.assumptions).toEqual([`Så gör din avdelning, ${own}. Andra gör på annat sätt: ${others}.`]);
    expect(answer.suggestions.slice(0, 2).map(({ title }) => title)).toEqual(
      others.split(', ').map((name) => `Så gör ${name}`),
    );
  });

  it('is that of the whole organisation for a department without one', () => {
    const { answer, routine } = answered(QUESTION, asker('Stödfunktioner'));
    expect(routine).toBe('ha-avslutssamtal');
    expect(answer.assumptions[0]).toMatch(/^Det finns avdelningar som gör på annat sätt: /);
  });

  it("is that of the asker's organisation", () => {
    const norra = asker('Förskola', 'Norra innerstaden stadsdelsförvaltning');
    expect(answered(QUESTION, norra).routine).toBe('ni-avgangssamtal');
  });

  it('is that of the place that the question names, whoever asks', () => {
    const inPreschool = answered('Vem håller avslutssamtalet i förskolan?', asker('Äldreomsorg'));
    expect(inPreschool.routine).toBe('ha-forskola-avslutssamtal');
  });

  it('stays that of the conversation when a question goes on about it', () => {
    const turns = ['Vem håller avslutssamtalet i förskolan?', 'Vad är syftet med avslutssamtalet?'];
    const last = converse(turns, asker('Äldreomsorg')).at(-1)!;
    expect(last.title).toBe('Avslutssamtal i förskolan: med vem och varför');
  });

  it('says it in English', () => {
    const { answer } = answered('Who holds the exit conversation?', asker('Förskola'));
    expect(answer.assumptions).toEqual([
      'This is how your department, preschool, does it. Others do otherwise: elderly care, community and service.',
    ]);
    expect(answer.suggestions[0]?.title).toBe('How elderly care does it');
  });

  it('has no such line where only one place has one', () => {
    const { answer } = answered('Hur förebygger vi hot och våld?', asker('Förskola'));
    expect(answer.assumptions).toEqual([]);
  });
});

describe('the button of another department', () => {
  const populations = new Map(knowledge.populations.map((population) => [population.id, population]));
  const shared = knowledge.routines.filter(
    ({ subject, department }) => subject !== undefined && department !== undefined,
  );
  const cases = shared.flatMap((routine) => LOCALES.map((locale) => ({ id: routine.id, routine, locale })));

  it.each(cases)('leads to $id in $locale', ({ routine, locale }) => {
    const siblings = shared.filter(
      (other) => other.subject === routine.subject && other.organisation === routine.organisation && other !== routine,
    );
    for (const sibling of siblings) {
      const question = (locale === 'sv' ? sibling.questions : sibling.questionsEn).at(0)!;
      const from = ask({ question, locale, now: NOW, context: { routine: sibling.id } });
      const button = from.answer.suggestions.find(({ title }) => title.includes(shortOf(routine.department!, locale)));
      if (from.context.routine !== sibling.id || !button) continue;
      const pressed = ask({ question: button.question, locale, now: NOW, context: from.context });
      expect(pressed.context.routine, `${button.question} after ${sibling.id}`).toBe(routine.id);
    }
  });

  function shortOf(id: string, locale: 'sv' | 'en'): string {
    const population = populations.get(id)!;
    return (locale === 'sv' ? population.short : population.shortEn)!;
  }

  it('has a name that fits, for every department with a shared subject', () => {
    for (const { department } of shared) {
      const population = populations.get(department!)!;
      expect(population.short, department).toBeDefined();
      expect(population.shortEn, department).toBeDefined();
    }
  });
});
