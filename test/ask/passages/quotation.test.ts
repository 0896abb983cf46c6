import { describe, expect, it } from 'vitest';
import { createAsk, EMPTY_CONTEXT, type PassageSource, subjectOf, toMessage } from '../../../src/ask/index.js';
import { loadCards, visibleText } from '../../../src/cards/index.js';
import { knowledge, NOW } from '../engine.js';

const ORGANISATION = 'Hägersten-Älvsjö stadsdelsförvaltning';
const passage = {
  id: 'Handbok.pdf#7',
  document: 'Handbok.pdf',
  heading: '',
  text: 'Parkering på plan_två kostar *35* kronor per dag.',
  page: 3,
  importedAt: new Date('2026-03-03T23:30:00Z'),
};

let source: PassageSource;
/** One for all tests: it is the passages that differ. */
const ask = createAsk(knowledge, { search: (...asked) => source.search(...asked) });

/** An engine that finds this passage, always and so surely, and notes whose documents it searched. */
function engine(confidence: number) {
  const searched: string[] = [];
  source = {
    search: (organisation) => {
      searched.push(organisation);
      return [{ passage, confidence }];
    },
  };
  const answer = (question: string, organisation: string | undefined = ORGANISATION) =>
    ask({
      question,
      asker: organisation === '' ? undefined : { organisation, department: '' },
      now: NOW,
      context: { ...EMPTY_CONTEXT, routine: 'ha-avslutssamtal' },
    });
  return { answer, searched };
}

describe('a passage of an imported document', () => {
  it('is quoted with file, heading, page and the Stockholm day of its import', () => {
    const { answer, context } = engine(0.9).answer(
      'Vad kostar parkeringen på plan två, och hur betalar jag den i appen?',
    );
    expect(answer).toMatchObject({
      kind: 'routine',
      text: '”Parkering på plan_två kostar *35* kronor per dag.”',
      citations: [{ n: 1, title: 'Handbok.pdf', section: 'Före första rubriken' }],
      quotation: { document: 'Handbok.pdf', section: 'Före första rubriken', page: 3, imported: '2026-03-04' },
    });
    expect(context.routine).toBeUndefined();
    expect(toMessage(answer).card).toMatchObject({ template: 'ask/quotation', isShared: false });
  });

  it('is introduced in the language of the question, and quoted in its own', () => {
    const { answer } = engine(0.9).answer('What does the parking garage cost for those who work there every day?');
    expect(answer).toMatchObject({ locale: 'en', title: 'One of your documents says' });
    expect(answer.text).toBe('“Parkering på plan_två kostar *35* kronor per dag.”');
  });

  it('is not quoted when it fits badly, and not to somebody without an organisation', () => {
    expect(engine(0.39).answer('Vad kostar parkeringen?').answer.quotation).toBeUndefined();
    const { answer, searched } = engine(1);
    expect(answer('Vad kostar parkeringen?', '').answer.quotation).toBeUndefined();
    expect(searched).toEqual([]);
  });

  it('never takes the place of a figure, of the refusal of one, or of small talk', () => {
    const { answer } = engine(1);
    expect(answer('Hur hög är sjukfrånvaron i förskolan i Hägersten-Älvsjö?').answer.kind).toBe('statistic');
    expect(answer('Vad var sjukfrånvaron i Hägersten-Liljeholmen 2019?').answer.quotation).toBeUndefined();
    expect(answer('Tack så mycket!').answer.kind).toBe('smalltalk');
  });

  it('never answers somebody who tells of a delicate case, and is not even searched for it', () => {
    const { answer, searched } = engine(1);
    expect(answer('Jag blir hotad på jobbet')).toMatchObject({ answer: { kind: 'sensitive', citations: [] } });
    expect(searched).toEqual([]);
  });

  it('is followed by where to turn when the question is how such cases are worked with', () => {
    const { answer } = engine(1).answer('Vad gör jag när en medarbetare utsätts för hot?');
    expect(answer.quotation).toBeDefined();
    const card = loadCards('cards').bind(toMessage(answer).card!, 'sv');
    expect(visibleText(card)).toContain('Har det hänt något? Ring 112 vid fara.');
  });

  it('is counted and rated under one name for all files', () => {
    expect(subjectOf(engine(0.9).answer('Vad kostar parkeringen?'))).toBe('passage');
  });

  it('takes the place of an own routine only when it fits clearly better', () => {
    const question = 'Vem håller avslutssamtalet i förskolan i Hägersten-Älvsjö?';
    const own = engine(0).answer(question).answer;
    expect(own.kind).toBe('routine');
    expect(engine(0.6).answer(question).answer).toEqual(own);
  });

  it('is searched for the asker alone', () => {
    const { answer, searched } = engine(0.9);
    answer('Vad kostar parkeringen?');
    expect(searched).toEqual([ORGANISATION]);
  });
});
