import { describe, expect, it } from 'vitest';
import { answerTo, converse, factLine, NOW, ask } from '../engine.js';

const R12 = 'juli 2023–juni 2024 (R12)';

describe('a figure', () => {
  it.each([
    [
      'Hur hög är sjukfrånvaron i förskolan?',
      `Sjukfrånvaro: 9,8 % | avdelningen för förskola i Hägersten-Älvsjö | ${R12} | utfall`,
    ],
    [
      'sjukfrv dag 1-14 äldreoms hägersten-älvsjö 2024',
      `Sjukfrånvaro dag 1–14: 2,7 % | avdelningen för äldreomsorg i Hägersten-Älvsjö | ${R12} | utfall`,
    ],
    [
      'sjukfrånvaro kvinnor hägersten-älvsjö 2023',
      'Sjukfrånvaro, kvinnor: 9,5 % | Hägersten-Älvsjö | juli 2022–juni 2023 (R12) | utfall',
    ],
    [
      'How many people are employed in the preschools of Hägersten-Älvsjö?',
      'Employees: 1,309 | the preschool department in Hägersten-Älvsjö | as of June 2024 | utfall',
    ],
    [
      'Vilket årsmål har grupp- och servicebostäderna för AMI 2024?',
      'Aktivt medskapandeindex (AMI): 83 | grupp- och servicebostäderna i Hägersten-Älvsjö | 2024 | årsmål',
    ],
    ['Hur många invånare väntas Hägersten-Älvsjö ha 2040?', 'Invånare: 147 000 | Hägersten-Älvsjö | 2040 | prognos'],
  ])('answers "%s"', (question, line) => {
    const answer = answerTo(question);
    expect(answer.kind).toBe('statistic');
    expect(factLine(answer)).toBe(line);
  });

  it('names its document, year and section', () => {
    expect(answerTo('Hur hög är sjukfrånvaron i förskolan?').citations).toEqual([
      expect.objectContaining({ n: 1, document: 'ha-2025', year: 2025, section: 'Sjukfrånvaro' }),
    ]);
  });

  it('gives both figures where the source contradicts itself', () => {
    const answer = answerTo('personalomsättning hägersten-älvsjö 2024');
    expect(answer.facts.map(({ value }) => value)).toEqual(expect.arrayContaining([2.48, 2.46]));
    expect(answer.text).toContain('motsäger sig själv');
  });

  it('says which period it took when none was named', () => {
    expect(answerTo('sjukfrånvaron i förskolan').assumptions.join(' ')).toContain(R12);
    expect(answerTo('sjukfrånvaron i förskolan 2024').assumptions.join(' ')).not.toContain('ingen tid');
  });

  it("takes the asker's own department when none was named, and says so", () => {
    const asker = { organisation: 'Hägersten-Älvsjö stadsdelsförvaltning', department: 'Äldreomsorg' };
    const { answer } = ask({ question: 'Hur hög är sjukfrånvaron?', asker, now: NOW, context: {} });
    expect(factLine(answer)).toMatch(/8,9 % \| avdelningen för äldreomsorg/);
    expect(answer.assumptions.join(' ')).toContain('avdelningen för äldreomsorg');
  });
});

describe('a computed answer', () => {
  it('tells change with difference and direction', () => {
    expect(
      answerTo('Har korttidsfrånvaron i Hägersten-Älvsjö förändrats jämfört med året innan?').text.replaceAll(
        '\u00a0',
        ' ',
      ),
    ).toContain('minskat med 0,3 procentenheter: från 3,3 % (juli 2022–juni 2023 (R12)) till 3,0 %');
  });

  it('tells whether a target was reached and by how much', () => {
    const text = answerTo('Klarade Hägersten-Älvsjö sjukfrånvaromålet 2024?').text.replaceAll('\u00a0', ' ');
    expect(text).toContain('8,9 % ligger 0,4 procentenheter över, så målet är inte nått');
  });

  it('puts the lowest first when the lowest is asked for', () => {
    const answer = answerTo('Vilken avdelning i Hägersten-Älvsjö har lägst sjukfrånvaro?');
    expect(factLine(answer)).toMatch(/6,0 % \| stödfunktionerna/);
    expect(answer.text).toContain('Lägst: **Stödfunktionerna**');
  });

  it('lists those above the target', () => {
    const text = answerTo('Vilka avdelningar i Hägersten-Älvsjö ligger över sjukfrånvaromålet?').text.replaceAll(
      '\u00a0',
      ' ',
    );
    expect(text).toContain('Över målet 8,5 % ligger Förskola (9,8 %), Äldreomsorg (8,9 %): 2 av 5.');
  });

  it('flags periods that are not alike', () => {
    expect(answerTo('Hur har antalet nyanställda i Hägersten-Älvsjö förändrats sedan året innan?').text).toContain(
      'jämför med försiktighet',
    );
  });

  it('computes a share only from counts that add up', () => {
    expect(
      answerTo('Hur stor andel av de anställda i Hägersten-Älvsjö arbetar i förskolan?').text.replaceAll('\u00a0', ' '),
    ).toContain('45,8 % av alla i Hägersten-Älvsjö, per juni 2024 (1 309 av 2 859, uträknat)');
  });
});

describe('a refusal', () => {
  it.each([
    ['another year', 'Hur hög är sjukfrånvaron i Hägersten-Älvsjö 2025?'],
    ['another organisation', 'Vad är sjukfrånvaron i Norra innerstaden?'],
    ['a district nobody knows', 'Hur hög är personalomsättningen i Södermalm?'],
    ['a name nobody knows', 'Hur hög är sjukfrånvaron i Tullinge?'],
    ['a breakdown that is not held', 'Hur många män är anställda i förskolan i Hägersten-Älvsjö?'],
    ['an outcome where only a goal is held', 'Vilket AMI fick Hägersten-Älvsjö stadsdelsförvaltning 2024?'],
    ['a duration that is not held', 'Hur stor del av sjukfrånvaron i Hägersten-Älvsjö är längre än 90 dagar?'],
    ['an area that the department does not have', 'Sjukfrånvaron i förskolan i Älvsjö?'],
    ["a unit that is not the other organisation's", 'Sjukfrånvaro i hemtjänsten i Norra innerstaden?'],
  ])('meets %s', (_what, question) => {
    const answer = answerTo(question);
    expect(answer.kind).toBe('unknown');
    expect(answer.facts).toEqual([]);
  });

  it('names the nearest figure as being something else', () => {
    const { text } = answerTo('Hur hög är sjukfrånvaron i förskolan i Hägersten-Älvsjö 2019?');
    expect(text.replaceAll('\u00a0', ' ')).toMatch(/Jag har ingen siffra .* närmaste jag har är något annat: .*9,8 %/);
  });

  it('asks back when several readings are equally likely', () => {
    const answer = answerTo('Hur många brukare har ni?');
    expect(answer.kind).toBe('clarify');
    expect(answer.suggestions.length).toBeGreaterThan(1);
    for (const { question } of answer.suggestions) expect(answerTo(question).kind).toBe('statistic');
  });
});

describe('a real question', () => {
  it.each(['Hur går rehabiliteringen till? Tack på förhand!', 'Vem kan jag fråga om friskvård? Tack!'])(
    'is not taken for small talk: "%s"',
    (question) => {
      expect(answerTo(question).kind).not.toBe('smalltalk');
    },
  );
});

describe('a conversation', () => {
  it('goes on for five turns about the same measure', () => {
    const lines = converse([
      'Vad är sjukfrånvaron i förskolan i Hägersten-Älvsjö?',
      'och för äldreomsorgen?',
      'hela förvaltningen i Hägersten-Älvsjö då?',
      'jämfört med året innan?',
      'bara kvinnor?',
    ]).map((answer) => factLine(answer).split(' | ')[0]);
    expect(lines).toEqual([
      'Sjukfrånvaro: 9,8 %',
      'Sjukfrånvaro: 8,9 %',
      'Sjukfrånvaro: 8,9 %',
      'Sjukfrånvaro: 8,9 %',
      'Sjukfrånvaro, kvinnor: 9,4 %',
    ]);
  });

  it.each(['Vad kostar en cykel?', 'Vem vann matchen?', 'Hur gör vi med semestern?', 'Tack!', 'Är det fint väder?'])(
    'does not take "%s" for a follow-up',
    (question) => {
      const answer = answerTo('Vad är sjukfrånvaron i förskolan i Hägersten-Älvsjö?', question);
      expect(answer.kind).not.toBe('statistic');
      expect(answer.facts).toEqual([]);
    },
  );

  it('remembers which populations were talked about', () => {
    const answer = answerTo(
      'Sjukfrånvaro dag 1–14 för förskolan i Hägersten-Älvsjö?',
      'Äldreomsorgen då?',
      'Vilken av dem ligger högst?',
    );
    expect(factLine(answer)).toMatch(/3,5 % \| avdelningen för förskola/);
  });

  it('keeps the kind of figure that is talked about', () => {
    expect(factLine(answerTo('vad är målet för sjukfrånvaro 2024 i gruppbostäderna?', 'å korttid?'))).toMatch(
      /2,9 % .* årsmål/,
    );
  });
});

describe('figures that are computed from others', () => {
  const plain = (question: string) => answerTo(question).text.replaceAll('\u00a0', ' ');

  it('takes a part from its whole', () => {
    expect(plain('Sjukfrånvaron i Hägersten-Älvsjö juni 2024, totalen minus dag 1-14?')).toContain(
      '5,9 procentenheter (8,9 % − 3,0 %, uträknat)',
    );
  });

  it('tells how far apart the highest and the lowest lie', () => {
    expect(
      plain(
        'Hur många procentenheter skiljer mellan högst och lägst sjukfrånvaro bland avdelningarna i Hägersten-Älvsjö?',
      ),
    ).toContain('Mellan högst och lägst skiljer det 3,8 procentenheter');
  });

  it('tells whether a gap has narrowed', () => {
    expect(
      plain('Har skillnaden i sjukfrånvaro mellan kvinnor och män i Hägersten-Älvsjö minskat jämfört med året innan?'),
    ).toContain('Skillnaden är 2,9 procentenheter (juli 2023–juni 2024 (R12)) och var 3,4 procentenheter');
  });

  it('gives both times and the change in number and per cent', () => {
    expect(plain('Hur många anställda hade IFO i Hägersten-Älvsjö 2023 och 2024?')).toContain(
      'ökat med 32 (11,6 %): från 275 (per 2023) till 307 (per juni 2024)',
    );
  });

  it('divides one count by another of the same time', () => {
    expect(
      plain('Hur många brukare per verksamhet har grupp- och servicebostäderna i Hägersten-Älvsjö 2024?'),
    ).toContain('5,93 (166 delat med 28, uträknat)');
  });

  it('refuses to divide counts of unlike times, and gives no part of the sum for the answer', () => {
    const answer = answerTo('Hur många ansökningar per anställd hade Hägersten-Älvsjö 2024?');
    expect(answer.kind).toBe('unknown');
  });

  it.each([
    'Räkna åt mig! Stödpersonalen, arbetsledarna, de biträdande enhetscheferna och enhetscheferna i Hägersten-Älvsjö grupp- och servicebostäder 2024, vad blir summan?',
    'Om jag lägger ihop stödpersonal, arbetsledare och chefer på grupp- och servicebostäderna i Hägersten-Älvsjö 2024, vad blir summan?',
  ])(
    'adds up listed occupations though no measure is named, managers as unit managers and deputies: %s',
    (question) => {
      expect(plain(question)).toContain('Tillsammans 206 (170 + 26 + 2 + 8');
    },
  );

  it('calls a forecast expected, not happened', () => {
    expect(plain('Hur mycket väntas antalet invånare i Hägersten-Älvsjö öka till 2040?')).toContain(
      'Det väntas öka med 17 000',
    );
  });

  it('takes a word that the figure’s own note explains as understood, another one not', () => {
    const about = (word: string) =>
      answerTo(`Hur många enhetschefer har hemtjänsten i Hägersten-Älvsjö i ${word}?`).kind;
    expect(about('Fruängen')).toBe('unknown');
  });

  it('takes the year of a plan for the goals that it sets later', () => {
    const answer = answerTo(
      'Hur många föreläsningstillfällen om demens planerade äldreomsorgen i Hägersten-Liljeholmen 2019?',
    );
    expect(factLine(answer)).toMatch(/: 4 \| /);
  });
});

describe('a follow-up', () => {
  it('of a part that nobody counted is refused, not answered by the whole', () => {
    const [, part] = converse([
      'Hur många är anställda i IFO i Hägersten-Älvsjö?',
      'hur många av dem är socialsekreterare?',
    ]);
    expect(part!.kind).toBe('unknown');
  });

  it('keeps asking for a share', () => {
    const [, before] = converse([
      'Hur stor andel av de anställda i Hägersten-Älvsjö jobbade i förskolan 2024?',
      'Samma sak fast 2023',
    ]);
    expect(before!.text.replaceAll('\u00a0', ' ')).toContain('46,9 % av alla i Hägersten-Älvsjö');
  });

  it('of the board means the organisation', () => {
    const [, board] = converse([
      'Vilket AMI-mål har grupp- och servicebostäderna i Hägersten-Älvsjö 2024?',
      'och nämnden?',
    ]);
    expect(factLine(board!)).toMatch(/: 79 \| Hägersten-Älvsjö/);
  });
});

describe('a chart of several groups and times', () => {
  const { chart, facts } = answerTo(
    'Har skillnaden i sjukfrånvaro mellan kvinnor och män i Hägersten-Älvsjö minskat jämfört med året innan?',
  );

  it('names each bar by what it differs in, and in its title what all share', () => {
    expect(chart?.title).toBe('Sjukfrånvaro');
    expect(chart?.bars.map(({ label }) => label)).toEqual([
      'Kvinnor, juli 2022–juni 2023 (R12)',
      'Kvinnor, juli 2023–juni 2024 (R12)',
      'Män, juli 2023–juni 2024 (R12)',
      'Män, juli 2022–juni 2023 (R12)',
    ]);
  });

  it('is named like the facts beside it', () => {
    expect(facts.slice(1).map(({ label }) => label)).toContain('Män, juli 2023–juni 2024 (R12)');
  });
});
