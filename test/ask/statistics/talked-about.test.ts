import { describe, expect, it } from 'vitest';
import { answerTo } from '../engine.js';

const said = (...turns: readonly string[]) => {
  const { kind, text, facts } = answerTo(...turns);
  return [kind, text, ...facts.map(({ display }) => display)].join('\n').replaceAll('\u00a0', ' ');
};

describe('a turn that goes on about what was talked about', () => {
  it.each([
    [
      'adds two places up',
      ['Antal anställda i förskolan i Hägersten-Älvsjö 2024?', 'Äldreomsorgen?', 'Hur många blir de två ihop?'],
      /Tillsammans 2 007/,
    ],
    [
      'adds two parts up',
      [
        'Hur många biträdande enhetschefer fanns det på grupp- och servicebostäderna i Hägersten-Älvsjö 2024?',
        'Och vanliga enhetschefer?',
        'Då är de hur många tillsammans?',
      ],
      /Tillsammans 10/,
    ],
    [
      'asks for the bare difference between the last two',
      ['Sjukfrånvaro hemtjänsten Hägersten 2022?', 'Och Liljeholmen?', 'Skillnaden?'],
      /3,57 procentenheter lägre/,
    ],
    [
      'asks for the bare number of it',
      [
        'Hade socialpsykiatrin i Hägersten-Liljeholmen 2019 några gemensamma dagar för hela enheten?',
        'hur många per år?',
      ],
      /\n2$/,
    ],
    [
      'says more beside a part that is named',
      [
        'Hur många vårdbiträden och undersköterskor hade hemtjänsten i Hägersten-Älvsjö 2022?',
        'Och hur många av dem var dessutom schemaplanerare?',
      ],
      /\n15$/,
    ],
    [
      'holds it against another place',
      [
        'Vilket område i Hägersten-Älvsjös hemtjänst hade värst sjukfrånvaro totalt 2022?',
        'Hur många procentenheter mer än Liljeholmen blir det?',
      ],
      /3,57 procentenheter högre/,
    ],
    [
      'is about the same people',
      [
        'Kvinnornas totala sjukfrånvaro i Hägersten-Älvsjö till juni 2024?',
        'Männen då?',
        'Jag behöver bara deras dag 1–14',
      ],
      /\n2,5 %/,
    ],
    [
      'asks for their share',
      [
        'Hur många vårdbiträden och undersköterskor hade hemtjänsten i Hägersten-Älvsjö 2022?',
        'Vilken andel av dem jobbade också som planerare? i procent',
      ],
      /8,3 %/,
    ],
    [
      'goes on with the goals',
      [
        'Vad är årsmålet 2024 för nöjda brukare på Hägersten-Älvsjö grupp- och servicebostäder?',
        'Och för hur trygga de känner sig?',
      ],
      /90 %/,
    ],
    [
      'asks of all, after each of them',
      ['Ställ upp sjukfrånvaron 2022 för de tre hemtjänstområdena i Hägersten-Älvsjö', 'hur många anställdes 2023'],
      /341/,
    ],
    [
      'corrects itself',
      ['Hur många är vi anställda totalt i Hägersten-Älvsjö?', 'Oj, jag behöver visst siffran för 2023'],
      /2 866/,
    ],
    [
      'corrects itself in other words',
      ['Hur många är vi i förskolan i Hägersten-Älvsjö?', 'Nej vänta, siffran för 2023 ville jag ha'],
      /1 345/,
    ],
    [
      'asks for the twelve months before',
      [
        'Total sjukfrånvaro bland män i Hägersten-Älvsjö till juni 2024?',
        'Hur såg det ut för dem tolv månader tidigare?',
      ],
      /6,1 %/,
    ],
  ])('%s', (_, turns, expected) => {
    expect(said(...turns)).toMatch(expected);
  });

  it('is not said to be about one of the two that are added up', () => {
    const turns = [
      'Antal anställda i förskolan i Hägersten-Älvsjö 2024?',
      'Äldreomsorgen?',
      'Hur många blir de två ihop?',
    ];
    expect(answerTo(...turns).assumptions.join()).not.toContain('fortfarande menar');
  });

  it('adds nothing up where no number is asked for', () => {
    const turns = [
      'Hur många fast anställda är vi i Norra innerstaden?',
      'Vilket datum slogs de två gamla förvaltningarna ihop?',
    ];
    expect(said(...turns)).not.toMatch(/^statistic/);
  });
});

describe('what beside a question is no part of it', () => {
  it.each([
    [
      'people somebody is to meet',
      'Jag håller en dragning för nyanställda. Hur många stadsdelar består Hägersten-Älvsjö av?',
      /17/,
    ],
    [
      'what somebody says of us',
      'Vi är ju många stadsdelar i Hägersten-Älvsjö. Hur många ingår egentligen i området?',
      /17/,
    ],
    ['a colleague’s place', 'Min kollega på Östermalm undrar. Hur hög är sjukfrånvaron i Hägersten-Älvsjö?', /8,9 %/],
    [
      'the years of a plan',
      'Hur många enheter hade HBTQ-certifierats i Norra innerstadens socialtjänst enligt planen 2024–2026?',
      /\n1/,
    ],
  ])('%s', (_, question, expected) => {
    expect(said(question)).toMatch(expected);
  });

  it.each([
    ['the place that the question points back to', 'Jag tänker på Södermalm. Hur hög är sjukfrånvaron där?'],
    ['the group that it is about', 'Vi nyanställda i Hägersten-Älvsjö undrar. Hur hög är vår sjukfrånvaro?'],
  ])('but %s is', (_, question) => {
    expect(said(question)).not.toMatch(/^statistic/);
  });
});
