import { describe, expect, it } from 'vitest';
import type { AskContext } from '../../../src/ask/index.js';
import { createUnderstandPlan } from '../../../src/plan/answers/understand/index.js';
import { AMIR, directory, KARIN, knowledge, NOW, words } from './demo.js';

const understand = createUnderstandPlan({ words, knowledge, directory });

/** "sure list klar @Äldreomsorg ?rehab T1": what is understood, in one line; '-' for what is none of the plan's. */
function line(question: string, context: AskContext = {}, person = AMIR): string {
  const understood = understand({ question, context, person, now: NOW });
  if (!understood) return '-';
  const { want, counts, statuses, moved, phase, places, own, round, topic } = understood.wanted;
  return [
    understood.surety,
    want,
    ...(counts ? ['#'] : []),
    ...statuses,
    ...(moved ? ['moved'] : []),
    ...(phase ? [`/${phase}`] : []),
    ...places.map(({ department, unit }) => `@${unit ?? department}`),
    ...(own ? ['own'] : []),
    ...(round.period ? [round.period] : []),
    ...(round.year === undefined ? [] : [String(round.year)]),
    ...(round.isPrevious ? ['previous'] : []),
    ...topic.map((word) => `?${word}`),
  ].join(' ');
}

const OPEN = 'ej påbörjad pågår försenad avvikelse';

describe('a question of the plan', () => {
  it.each([
    ['Hur går det för aktiviteterna i förskolan?', 'sure status @Förskola'],
    ['hur gar det for aktivteterna i ÄO', 'sure status @Äldreomsorg'],
    ['Hur ligger min enhet till i uppföljningen?', 'sure status @Förskolorna Solberga'],
    ['Hur ser det ut med aktiviteterna på Axelsberg?', 'sure status @Vård- och omsorgsboende Axelsberg'],
    ['status uppföljning T1 2026', 'sure status T1 2026'],
    ['Hur gick det i förra uppföljningen?', 'sure status previous'],
    ['Hur går det med planen?', 'sure status'],
    ['Vilka är försenade?', 'sure list försenad'],
    ['Vilka aktiviteter inom attrahera är försenade?', 'sure list försenad /attrahera'],
    ['Hur många aktiviteter är klara?', 'sure list # klar'],
    ['Hur stor andel av aktiviteterna är klara i hemtjänsten?', 'sure list # klar @Hemtjänst Hägersten'],
    ['Vilka aktiviteter i FSK är inte klara?', `sure list ${OPEN} @Förskola`],
    ['vilka avvikelser finns i T1?', 'sure list avvikelse T1'],
    ['Vilka aktiviteter har fått flyttat måldatum?', 'sure list moved'],
    ['Vilka aktiviteter är ej påbörjade på IFO?', 'sure list ej påbörjad @Individ- och familjeomsorg'],
    ['Vilka av mina aktiviteter är försenade?', 'sure list försenad own'],
    ['Vad svarade äldreomsorgen om rehab?', 'sure said @Äldreomsorg ?rehab'],
    ['vad har IFO svarat om dokumentationen', 'sure said @Individ- och familjeomsorg ?dokumentation'],
    ['Vad sa äldreomsorgen om rehab?', 'maybe said @Äldreomsorg ?rehab'],
    ['Vem har inte svarat?', 'sure silent'],
    ['Vilka enheter i äldreomsorgen har inte svarat än?', 'sure silent @Äldreomsorg'],
    ['Hur många har svarat i uppföljningen?', 'sure silent #'],
    ['Har alla svarat?', 'maybe silent'],
    ['Vad är kvar för mig att svara på?', 'sure mine own'],
    ['vilka aktiviteter har jag kvar', 'sure mine own'],
    ['När ska silviadiplomeringen vara klar?', 'sure due ?silviadiplomering'],
    ['vad är måldatum för silviadiplomeringen?', 'sure due ?silviadiplomering'],
    ['vad säger uppföljningen om rehabilitering?', 'sure said ?rehabilitering'],
    ['hur många avvikelser rapporterades i T1?', 'sure list # avvikelse T1'],
    ['finns det nåt som är försenat i förskolan', 'maybe list försenad @Förskola'],
    ['sammanfatta uppföljningen', 'sure status'],
    ['hur har det gått sedan förra uppföljningen?', 'sure compare'],
    ['Vad står i planen om introduktion?', 'sure content ?introduktio'],
    ['Vilka aktiviteter har vi om rehab?', 'sure content ?rehab'],
    ['Hur går det för aktiviteterna jämfört med förra uppföljningen?', 'sure compare'],
    ['How are the preschool activities going?', 'sure status @Förskola'],
    ['Which activities are delayed?', 'sure list försenad'],
    ['Who has not answered?', 'sure silent'],
    ['What did elderly care answer about rehab?', 'sure said @Äldreomsorg ?rehab'],
    ['What is left for me to answer?', 'sure mine own'],
    ['What does the plan say about introduction?', 'sure content ?introductio'],
    ['How many activities are done in elderly care?', 'sure list # klar @Äldreomsorg'],
  ])('%s -> %s', (question, understood) => {
    expect(line(question, {}, KARIN)).toBe(understood);
  });

  it('may be about figures or routines when those were talked of and it has no word of the plan', () => {
    const context = { measure: 'medarbetarenkat-svarsfrekvens' };
    expect(line('Hur många har svarat?', context)).toBe('maybe silent #');
    expect(line('Hur många har svarat i uppföljningen?', context)).toBe('sure silent #');
  });
});

describe('a question of something else', () => {
  it.each([
    'Hur hög är sjukfrånvaron i förskolan?',
    'Hur går det med sjukfrånvaron?',
    'Hur ser det ut i äldreomsorgen?',
    'Hur många är anställda i äldreomsorgen?',
    'hur många svarade på medarbetarenkäten?',
    'Vilka har inte svarat på enkäten?',
    'Vem håller avslutssamtalet?',
    'När ska medarbetarsamtalet hållas?',
    'När görs den individuella kompetensutvecklingsplanen?',
    'Hur följs aktiviteterna i planen upp?',
    'Vilka aktiviteter ska in i verksamhetsplanen?',
    'Vad gör aktivitetsledarna?',
    'Ordnar boendena aktiviteter i grupp eller en och en?',
    'Hur använder vi avvikelser för att bli bättre på boendena?',
    'Tas avvikelser i samverkan om hand i social omsorg?',
    'va gäller om vi blir sena till en kund i hemtjänsten',
    'Vad säger Norra innerstadens plan om samsjuklighetsutredningen?',
    'Hur många aktiviteter är klara i Norra innerstaden?',
    'Vad är syftet med kompetensförsörjningsplanen i Hägersten-Älvsjö?',
    'Sammanfatta kompetensförsörjningsplanen för Hägersten-Älvsjö',
    'Hur långt fram ser planen?',
    'Vem ansvarar för att planen efterlevs?',
    'Ska kunden i hemtjänsten vara med när planen görs?',
    'Var i planen står AMI-värdet?',
    'Vad är KF:s årsmål för AMI?',
    'Hur går det till med uppföljningen av planen?',
    'Vem ansvarar för introduktionen?',
    'Är det svårt att rekrytera förskollärare?',
    'Till vem rapporterar en avdelningschef?',
    'Vad svarar jag en medarbetare som vill sluta?',
    'How high is the sickness absence in the preschools?',
    'When do the activity leaders work?',
    'How does preschool plan staffing when there are fewer children?',
    'What is done about preschool teachers’ working situation?',
    'och för hemtjänsten?',
    'jämfört med året innan?',
    'Nytt utskick',
    'Hej!',
  ])('%s', (question) => {
    expect(line(question)).toBe('-');
  });

  it('is every question of somebody whom the directory does not know', () => {
    expect(understand({ question: 'Vilka är försenade?', context: {}, now: NOW })).toBeUndefined();
  });
});

describe('a conversation goes on', () => {
  it('over five turns, each replacing what is new and keeping the rest', () => {
    let context: AskContext = {};
    const turns = [
      'Hur många aktiviteter är klara i förskolan?',
      'och i hemtjänsten?',
      'vilka?',
      'och försenade?',
      'i hela förvaltningen då?',
    ];
    const lines = turns.map((question) => {
      const understood = understand({ question, context, person: AMIR, now: NOW });
      const said = line(question, context);
      context = { source: { kind: 'plan', about: { ...understood!.wanted } } };
      return said;
    });
    expect(lines).toEqual([
      'sure list # klar @Förskola',
      'sure list # klar @Hemtjänst Hägersten',
      'sure list klar @Hemtjänst Hägersten',
      'sure list försenad @Hemtjänst Hägersten',
      'sure list försenad',
    ]);
  });

  it.each([
    ['och om handledning?', 'sure said @Äldreomsorg ?handledning'],
    ['och Solberga?', 'sure said @Förskolorna Solberga ?rehab'],
    ['och inom behålla?', 'sure said /behålla @Äldreomsorg ?rehab'],
    ['och i T2 2025?', 'sure said @Äldreomsorg T2 2025 ?rehab'],
    ['och förra gången?', 'sure said @Äldreomsorg previous ?rehab'],
    ['jämfört med förra uppföljningen?', 'sure compare @Äldreomsorg ?rehab'],
    ['vilka är försenade?', 'sure list försenad @Äldreomsorg ?rehab'],
    ['vilka aktiviteter är försenade?', 'sure list försenad'],
    ['och sjukfrånvaron?', '-'],
    ['Vem håller avslutssamtalet?', '-'],
    ['tack!', '-'],
  ])('after what was answered about rehab: %s -> %s', (question, understood) => {
    const { wanted } = understand({ question: 'Vad svarade ÄO om rehab?', context: {}, person: AMIR, now: NOW })!;
    expect(line(question, { source: { kind: 'plan', about: { ...wanted } } })).toBe(understood);
  });

  it('trusts nothing that it remembers: what it cannot read counts as nothing', () => {
    const about = { want: 'everything', places: 'all' };
    expect(line('och för hemtjänsten?', { source: { kind: 'plan', about } })).toBe('-');
  });
});
