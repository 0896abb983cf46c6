import { describe, expect, it } from 'vitest';
import { linesOf } from './support/read.js';

const PHASES = ['Utveckla', 'Behålla', 'Attrahera', 'Rekrytera', 'Introducera', 'Avsluta'];
const text = (...lines: string[]) => lines.join('\n');

describe('a text that was taken from a PDF', () => {
  it('gets its headings back: numbered over two lines, plain, and those that come again under each chapter', async () => {
    const lines = await linesOf(
      'plan.txt',
      text(
        ' Kompetensförsörjningsplan ',
        ' ',
        'Inledning ',
        'Planen kartlägger nuläget och ger en samlad bild av de behov som ',
        'förvaltningen har på tre till fem års sikt. ',
        ' ',
        '1. Avdelningen för förskola ',
        'Uppgifter ',
        'Avdelningen ansvarar för utbildningens ledning, styrning och även ',
        'utveckling i enlighet med lagen. ',
        ' 2. Avdelningen för individ- och ',
        'familjeomsorg inklusive Ung fritid ',
        ' ',
        'Avsluta ',
        'Vid avslut ska alla medarbetare erbjudas ett samtal med sin närmaste ',
        'chef. ',
        '',
        '2. Avdelningen för individ- och familjeomsorg ',
        'inklusive Ung fritid ',
        ' ',
        'Uppgifter ',
        'Avdelningen ansvarar för barn, unga, vuxna och familjer som behöver ',
        'stöd. ',
      ),
    );
    expect(lines).toEqual([
      '# Kompetensförsörjningsplan',
      '# Inledning',
      'Planen kartlägger nuläget och ger en samlad bild av de behov som förvaltningen har på tre till fem års sikt.',
      '# 1. Avdelningen för förskola',
      '## Uppgifter',
      'Avdelningen ansvarar för utbildningens ledning, styrning och även utveckling i enlighet med lagen.',
      '## Avsluta',
      'Vid avslut ska alla medarbetare erbjudas ett samtal med sin närmaste chef.',
      '# 2. Avdelningen för individ- och familjeomsorg inklusive Ung fritid',
      '## Uppgifter',
      'Avdelningen ansvarar för barn, unga, vuxna och familjer som behöver stöd.',
    ]);
  });

  it('takes goals by their label over several lines', async () => {
    const lines = await linesOf(
      'verksamhetsplan.txt',
      text(
        'KF:s mål för verksamhetsområdet: 1.3 Stockholms stad ska ge stöd och ',
        'omsorg där behoven är som störst ',
        '',
        'Nämndmål: Personer med funktionsnedsättning kan delta på lika villkor i ',
        'samhällets gemenskap ',
        '',
        'Målet uppnås genom att invånare i behov av stöd erbjuds individuella ',
        'insatser av god kvalitet. ',
        '',
        'Nämndmål: Invånarna har ett rikt kulturliv ',
        '',
        'Enheten erbjuder kultur och fritid utifrån vars och ens egna intressen ',
        'och behov. ',
      ),
    );
    expect(lines.filter((line) => line.startsWith('#'))).toEqual([
      '# KF:s mål för verksamhetsområdet: 1.3 Stockholms stad ska ge stöd och omsorg där behoven är som störst',
      '## Nämndmål: Personer med funktionsnedsättning kan delta på lika villkor i samhällets gemenskap',
      '## Nämndmål: Invånarna har ett rikt kulturliv',
    ]);
  });

  it('finds the phases between the cells of a table, and drops the heads that every page repeats', async () => {
    const head = [
      '',
      ' ',
      '',
      ' 2019-11-28 ',
      '',
      ' ',
      '',
      'Vad ska vi uppnå? ',
      '',
      'Ansvarig ',
      '',
      '(Funktion) ',
      '',
    ];
    const lines = await linesOf(
      'planer.txt',
      text(
        ...head,
        ...[
          'Utveckla ',
          '',
          'Ökad kompetens inom systematiskt och hållbart ',
          '',
          'arbetsmiljöarbete för chefer ',
          '',
          'HR-chef ',
          '',
        ],
        ...head,
        ...[
          'Behålla ',
          '',
          'Sänka sjuktalet genom utbildning till ',
          '',
          'chefer i rehabilitering ',
          '',
          'HR-enhet ',
          '',
        ],
        ...head,
        ...['Förvaltningen syns i de kanaler där ', '', 'framtida medarbetare finns ', '', 'Rektor ', ''],
      ),
      { knownHeadings: PHASES },
    );
    expect(lines).toEqual([
      '# Utveckla',
      'Ökad kompetens inom systematiskt och hållbart arbetsmiljöarbete för chefer',
      'HR-chef',
      '# Behålla',
      'Sänka sjuktalet genom utbildning till chefer i rehabilitering',
      'HR-enhet',
      'Förvaltningen syns i de kanaler där framtida medarbetare finns',
      'Rektor',
    ]);
  });

  it('drops page numbers and takes lines with a space in front as items', async () => {
    const lines = await linesOf(
      'plan.txt',
      text(
        'Arbetet med att utveckla och behålla medarbetare kommer ske genom att: ',
        ' sänka sjuktalen genom tätare uppföljning på enhetsnivå och genom att ',
        'arbeta med friskfaktorer ',
        '',
        ' stödja kompetensutveckling ',
        'Sid 13 (19) ',
        ' löneanalys varje år ',
      ),
    );
    expect(lines).toEqual([
      'Arbetet med att utveckla och behålla medarbetare kommer ske genom att:',
      '- sänka sjuktalen genom tätare uppföljning på enhetsnivå och genom att arbeta med friskfaktorer',
      '- stödja kompetensutveckling',
      '- löneanalys varje år',
    ]);
  });

  it('takes no cell, figure, caption or sentence for a heading', async () => {
    const lines = await linesOf(
      'plan.txt',
      text(
        'Antalet anställda har minskat något sedan föregående år i avdelningen. ',
        '',
        'Totalt 2866 2859 ',
        '',
        'Sjukfrånvaro 8,5 % ',
        '',
        'Källa beslutsstöd 2024-06 ',
        '',
        'Se rutinen. ',
        '',
        'Minskningen beror främst på att flera förskolor har slagits ihop under ',
        'året. ',
      ),
    );
    expect(lines.filter((line) => line.startsWith('#'))).toEqual([]);
  });
});

it('loses no point of a list whose points look like headings', async () => {
  const lines = await linesOf(
    'lista.txt',
    text('Utrustning att lämna', '', '1. Dator', '', '2. Nycklar', '', '3. Tjänstekort'),
  );
  expect(lines).toEqual(['# Utrustning att lämna', '- 1. Dator', '- 2. Nycklar', '- 3. Tjänstekort']);
});

it('reads a text that somebody wrote with one paragraph a line', async () => {
  const long =
    'Ansökan om ledighet lämnas skriftligt till närmaste chef senast två månader före ledigheten, och chefen svarar inom två veckor; facket får besked om ledigheten skjuts upp. ';
  const lines = await linesOf(
    'ledighet.txt',
    text('Ledighet för studier', '', long, long, '', '- punkt ett', '- punkt två'),
  );
  expect(lines).toEqual(['# Ledighet för studier', long.trim(), long.trim(), '- punkt ett', '- punkt två']);
});
