import { describe, expect, it } from 'vitest';
import { answerTo } from '../engine.js';

/** Part of what was asked is not in the data: the figure of something wider must not pass for the answer. */
describe('a figure is refused when the question asks for another thing', () => {
  it.each([
    ['a place by a word alone', 'simhallen, sjukfrånvaron 2024?'],
    ['a place after the measure', 'antal anställda städenheten?'],
    ['a place of one letter less than a word', 'Hur hög är personalomsättningen hos HR-avdelningen?'],
    ['a compound of known parts', 'Vad är antal anställda i parkförvaltningen?'],
    ['a place that begins as a known one', 'Hur hög är korttidsfrånvaron hos Älvsjö gymnasium?'],
    ["the asker's own unit", 'Hur hög är AMI hos min enhet?'],
    ['an occupation', 'Vad är sjukfrånvaron i förskolan i Hägersten-Älvsjö bland cheferna?'],
    ['an occupation that nobody knows', 'personalomsättningen i Hägersten-Älvsjö för sjuksköterskor?'],
    ['a group that is a measure elsewhere', 'Vad är AMI i hemtjänsten i Hägersten-Älvsjö bland nyanställda?'],
    ['an age', 'sjukfrånvaron i förskolan i Hägersten-Älvsjö för dem under 30?'],
    ['a time of the day', 'Hur många arbetar natt i IFO?'],
    ['days of the week', 'Hur ser AMI i hemtjänsten i Hägersten-Älvsjö ut på måndagar?'],
    ['one month of a span', 'Hur såg antal ansökningar i Hägersten-Älvsjö ut i januari 2024?'],
    ['the last month of a span alone', 'antal ansökningar i Hägersten-Älvsjö oktober 2024'],
    ['a month of a year', 'Vad var AMI i hemtjänsten i Hägersten-Älvsjö i november 2022?'],
    ['a month without a year', 'Hur hög var sjukfrånvaron i förskolan i Hägersten-Älvsjö i mars?'],
    ['a day', 'antal brukare på grupp- och servicebostäderna i Hägersten-Älvsjö den 1 maj 2024'],
    ['next year', 'Hur många invånare har Hägersten-Älvsjö nästa år?'],
    ['what is said of people', 'Hur stor andel av personalen i Hägersten-Älvsjö trivs?'],
    ['the budget of a whole of which only a part is known', 'Vad är budgeten för Hägersten-Älvsjö 2024?'],
    ['those who want to be something', 'Hur många ville bli undersköterska i hemtjänsten i Hägersten-Älvsjö?'],
    ['part of them that is not told', 'Hur många av de sökande var undersköterskor i hemtjänsten i Hägersten-Älvsjö?'],
    ['a name that the question opens with', 'Spånga hur mkt poäng krävs för usk titel'],
    ['in English', 'What is the staff turnover in Hägersten-Älvsjö for nurses?'],
    ['in English, of managers', 'What is the sickness absence in preschool in Hägersten-Älvsjö for managers?'],
  ])('%s', (_, question) => {
    expect(answerTo(question)).toMatchObject({ kind: 'unknown', facts: [] });
  });

  it('part of those talked about', () => {
    const answer = answerTo(
      'Hur många ansökningar kom det in till Hägersten-Älvsjö 2024?',
      'Och hur många av de sökande ville bli undersköterska?',
    );
    expect(answer).toMatchObject({ kind: 'unknown', facts: [] });
  });

  it("another organisation's, after a routine of one", () => {
    const answer = answerTo('How many permanent employees does Norra innerstaden have?', 'and the turnover?');
    expect(answer.kind).toBe('unknown');
  });
});

describe('a figure is given all the same when the other words', () => {
  it.each([
    ['only say who asks', 'Min chef undrar hur hög sjukfrånvaron är i förskolan i Hägersten-Älvsjö.'],
    ['are said of the figure itself', 'Hur många ansökningar fick Hägersten-Älvsjö januari till oktober 2024?'],
    ['tell the value to hold it against', 'Ligger sjukfrånvaron i förskolan i Hägersten-Älvsjö över målet 8,5 %?'],
    [
      'say where it stands',
      'Vilken notering hade sjukfrånvaron i förskolan i Hägersten-Älvsjö enligt raden i bilagan?',
    ],
    ['say what it does', 'Which level does the sickness absence in preschool in Hägersten-Älvsjö hover around?'],
    [
      'stand beside what there is one of',
      'Hur många verksamheter ryms i enheten Hägersten-Älvsjö grupp- och servicebostäder?',
    ],
    [
      'stand beside it in English',
      'How many lecture sessions on dementia and mental illness, together with KI, did elderly care in Hägersten-Liljeholmen plan?',
    ],
  ])('%s', (_, question) => {
    expect(answerTo(question).kind).toBe('statistic');
  });
});
