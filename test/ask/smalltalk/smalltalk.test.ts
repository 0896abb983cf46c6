import { describe, expect, it } from 'vitest';
import { answerTo, ask, NOW } from '../engine.js';
import { EMPTY_CONTEXT } from '../../../src/ask/index.js';

describe('smalltalk', () => {
  it.each([
    ['God morgon! Redan tre sjuka och klockan är tio över sex 😅', 'Hej!'],
    ['Tjena tjena, är du igång så här tidigt?', 'Hej! Ja, jag är här'],
    ['hallååå', 'Hej!'],
    ['Hej! Nu är jag tillbaka efter semestern', 'Hej!'],
    ['Innan jag litar på siffrorna: är du en människa eller en maskin?', 'en bot och ingen människa'],
    ['vem e du egentligen', 'Jag'],
    ['Är det en riktig person som svarar här?', 'en bot'],
    ['Får jag fråga vad du är till för? En kollega på staben tipsade om dig.', 'rutiner och personalstatistik'],
    ['Vilka ligger bakom dig?', 'gjord för chefer'],
    ['Haha vad snabb du är, imponerande!', 'Tack'],
    ['Du fattar ju ingenting', 'Förlåt'],
    ['Hur mår du idag?', 'bara bra'],
    ['Kan du dra en rolig historia?', 'Skämt'],
    ['Okej', 'Okej'],
    ['test', 'Okej'],
    ['är du en människa eller robot egentlien?', 'en bot'],
    ['God förmiddag! Måndag igen, suck.', 'Hej!'],
    ['👍👍', 'Varsågod'],
    ['😅', 'Hej'],
    ['Thanks a million, that helped', 'welcome'],
    ['Am I talking to a real human?', 'no human'],
    ['That was useless', 'sorry'],
  ])('answers "%s"', (question, said) => {
    const answer = answerTo(question);
    expect(answer.kind).toBe('smalltalk');
    expect(answer.text).toContain(said);
  });

  it.each([
    ['God morgon! Redan tre sjuka och klockan är tio över sex 😅', 'roligt'],
    ['Nu loggar jag ut för idag. Hej då!', 'Hej! '],
  ])('a word means what its phrase does: "%s"', (question, unsaid) => {
    const answer = answerTo(question);
    expect(answer.kind).toBe('smalltalk');
    expect(answer.text).not.toContain(unsaid);
  });

  it.each([
    'Hej! Hur hög är sjukfrånvaron i förskolan i Hägersten-Älvsjö?',
    'God morgon! Sjukfrånvaro förskolan Hägersten-Älvsjö juni 2024',
    'Hej, vem håller avslutssamtalet?',
    'Tack! Vem håller avslutssamtalet?',
    'Är du en robot? Vem håller avslutssamtalet i Norra innerstaden?',
    'Du är bäst, men hur minskar vi sjukfrånvaron?',
    'Hej! En medarbetare har sagt upp sig, avslutssamtal',
    'Bra! Berätta om friskvård i Hägersten-Älvsjö',
    'Hej, semester för timanställda',
    'Tack! Behöver rutinen för friskvård',
    'Hej! En medarbetare har sagt upp sig',
  ])('is not what stands beside a question: "%s"', (question) => {
    expect(answerTo(question).kind).not.toBe('smalltalk');
  });

  it.each([
    'och året före?',
    'Tack! Och för äldreomsorgen',
    'okej, men männen',
    'Är det bra?',
    'fel, jag menade äldreomsorgen',
  ])('is no turn about the figure before: "%s"', (turn) => {
    expect(answerTo('Hur hög är sjukfrånvaron i förskolan i Hägersten-Älvsjö?', turn).kind).not.toBe('smalltalk');
  });

  it('is no question of a routine that is put without the bot in it', () => {
    expect(answerTo('Vem håller avslutssamtalet i Norra innerstaden?', 'hur går det till?').kind).not.toBe('smalltalk');
  });

  it('keeps what the conversation is about', () => {
    const context = { ...EMPTY_CONTEXT, routine: 'ha-avslutssamtal' };
    expect(ask({ question: 'Haha vad snabb du är!', now: NOW, context }).context).toEqual(context);
  });
});
