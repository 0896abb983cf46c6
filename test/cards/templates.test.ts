import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { KINDS_OF_MESSAGE, PERSONAS } from './template-cases.js';
import { OBSERVATION_KINDS, PHASES } from '../../src/ask/knowledge.js';
import { LOCALES } from '../../src/calendar/index.js';
import { checkCard, loadCards, visibleText } from '../../src/cards/index.js';
import { elementsOf, textsOf, type JsonObject } from '../../src/cards/json.js';
import { staleSamples } from '../../src/cards/sync-samples.js';
import { Template } from '../../src/cards/template-engine.js';
import { ROLES } from '../../src/people/index.js';

const cards = loadCards('cards');
const templates = cards.templates();
const every = templates.flatMap((template) => LOCALES.map((locale) => ({ name: template.name, template, locale })));

function sample(name: string): Record<string, unknown> {
  return { ...templates.find((template) => template.name === name)?.sample };
}

describe('every template', () => {
  it('is one of these', () => {
    expect(templates.map(({ name }) => name)).toEqual([
      'ask/help',
      'ask/message',
      'ask/plan',
      'ask/quotation',
      'ask/routine',
      'ask/sensitive',
      'ask/shared-routine',
      'ask/source',
      'ask/statistic',
      'bot/error',
      'bot/welcome',
      'broadcast/announcement',
      'broadcast/ask',
      'broadcast/correct',
      'broadcast/form',
      'broadcast/list',
      'broadcast/note',
      'broadcast/progress',
      'broadcast/recalled',
      'broadcast/rehearsal',
      'exit/checklist-cases',
      'exit/checklist-note',
      'exit/checklist',
      'exit/confirm',
      'exit/handover-cases',
      'exit/handover-form',
      'exit/handover',
      'exit/hr-figures',
      'exit/hr-list',
      'exit/item',
      'exit/lead-ask',
      'exit/lead-list',
      'exit/lead-notice',
      'exit/lead',
      'exit/learn-theme',
      'exit/learn-tie',
      'exit/learn',
      'exit/picture-texts',
      'exit/picture',
      'exit/reminder',
      'exit/start-days',
      'exit/start',
      'exit/stop',
      'exit/survey-page',
      'exit/survey',
      'exit/talk-areas',
      'exit/talk-book',
      'exit/talk-guide',
      'exit/talk-note',
      'exit/talk-offer',
      'exit/talk-pick',
      'exit/talk-record',
      'exit/talk-status',
      'feedback/reason',
      'files/offer',
      'people/self',
      'plan/close',
      'plan/deputy',
      'plan/extend',
      'plan/form',
      'plan/gone',
      'plan/import-list',
      'plan/import-note',
      'plan/import',
      'plan/item',
      'plan/notice',
      'plan/people',
      'plan/preview',
      'plan/rehearsal',
      'plan/reopen',
      'plan/report',
      'plan/round',
      'plan/rounds',
      'plan/stand-in',
      'plan/status',
      'privacy/audit',
      'publishing/cancelled',
      'publishing/done',
      'publishing/form',
      'publishing/list',
      'publishing/withdrawn',
      'questions/answer',
      'questions/cancelled',
      'questions/channel',
      'questions/form',
      'questions/gone',
      'questions/hr',
      'questions/list',
      'questions/sent',
      'questions/status',
    ]);
  });

  it.each(every)('$name is a sound card in $locale', ({ name, template, locale }) => {
    const card = cards.bind({ template: name, data: template.samples[locale] }, locale);
    expect(checkCard(card)).toEqual([]);
    expect(card.lang).toBe(locale);
    expect(textsOf(card).filter((content) => content.includes('${'))).toEqual([]);
  });

  it.each(every)('$name says what it is about in a heading in $locale', ({ name, template, locale }) => {
    const card = cards.bind({ template: name, data: template.samples[locale] }, locale);
    const heading = elementsOf(card).find(({ style }) => style === 'heading');
    expect(card.fallbackText).toContain(heading?.text);
    expect(visibleText(card)).toContain(heading?.text);
  });

  it('has a sample with exactly the strings it uses', () => {
    expect(staleSamples('cards')).toEqual([]);
    for (const { sample, strings } of templates) expect(Object.keys(sample.strings as object)).toEqual(strings);
  });

  it('opens in the designer, which knows no strings but those of the sample', () => {
    for (const { name, json, samples } of templates)
      for (const locale of LOCALES)
        expect(checkCard(new Template(json).expand({ $root: samples[locale] }) as JsonObject), name).toEqual([]);
  });

  it('lists its verbs and what they send', () => {
    const lines = templates.map(({ name, actions, inputs }) => [
      name,
      [...actions.map(({ verb, data, withInputs }) => `${verb} ${[...data, ...(withInputs ? inputs : [])].join()}`)],
    ]);
    const inputs = 'comment,newDue,outcome,outcomeMen,outcomeWomen,reason,resources,status';
    const answer = `round,department,unit,item,seen,shown,${inputs}`;
    const leave = `round,department,unit,item,to,leaving,${inputs}`;
    const ticked = 'comment,delegatedTo,state';
    const surveyForm =
      'case,ticket,kept,page,shown,Q1,Q10,Q11,Q12,Q13,Q14,Q15,Q1main,Q2,Q3,Q4,Q5,Q6,Q7,Q8,Q9,gender,occupation,tenure';
    const thumb = 'feedback.rate answer,subject,origin,rating,reason';
    const thumbs = ['feedback.rate answer,subject,origin,rating,shown,reason', thumb, thumb];
    expect(Object.fromEntries(lines)).toEqual({
      'ask/help': ['ask.question question'],
      'ask/message': ['ask.source document,section', ...thumbs, 'ask.question question', 'questions.compose question'],
      'ask/plan': ['ask.question question'],
      'ask/quotation': [...thumbs, 'ask.question question'],
      'ask/routine': ['ask.source document,section', ...thumbs, 'ask.question question'],
      'ask/sensitive': [],
      'ask/shared-routine': [],
      'ask/source': ['ask.question question'],
      'ask/statistic': ['ask.source document,section', ...thumbs, 'ask.question question'],
      'bot/error': [],
      'bot/welcome': ['ask.question question'],
      'broadcast/announcement': ['broadcast.confirm broadcast'],
      'broadcast/ask': [
        'broadcast.recall-yes broadcast',
        'broadcast.cancel-yes broadcast',
        'broadcast.close broadcast',
      ],
      'broadcast/correct': [
        'broadcast.correct-save broadcast,edition,shown,text,textEn,title,titleEn',
        'broadcast.close broadcast',
      ],
      'broadcast/form': [
        'broadcast.rehearse form,openedAt,shown,confirm,deadline,departments,persons,roles,sendDate,sendTime,text,textEn,title,titleEn,units',
        'broadcast.discard form',
      ],
      'broadcast/list': ['broadcast.open broadcast', 'broadcast.page page'],
      'broadcast/note': [],
      'broadcast/progress': [
        'broadcast.pause broadcast',
        'broadcast.resume broadcast',
        'broadcast.cancel broadcast',
        'broadcast.refresh broadcast',
        'broadcast.resend broadcast,press',
        'broadcast.accept-uncertain broadcast,press',
        'broadcast.resend-uncertain broadcast,press',
        'broadcast.remind broadcast',
        'broadcast.correct broadcast',
        'broadcast.recall broadcast',
      ],
      'broadcast/recalled': [],
      'broadcast/rehearsal': [
        'broadcast.send form,version',
        'broadcast.send form,version',
        'broadcast.edit form',
        'broadcast.discard form',
      ],
      'exit/confirm': [
        'exit.start.send case,version',
        'exit.start.edit case',
        'exit.lead.word case',
        'exit.start.drop draft',
      ],
      'exit/lead': [
        'exit.lead.change case',
        'exit.lead.word case',
        'exit.lead.withdraw case',
        'exit.lead.recall case',
        'exit.lead.word case',
      ],
      'exit/lead-ask': ['exit.lead.withdraw-yes case', 'exit.lead.open case'],
      'exit/lead-list': ['exit.start.resume case', 'exit.lead.open case', 'exit.lead.list page'],
      'exit/lead-notice': ['exit.lead.open case'],
      'exit/start': [
        'exit.start.next form,openedAt,draft,notice,lastWorkingDay,lastDay,traits,presetFor,employee,kind,name',
        'exit.start.drop draft',
      ],
      'exit/start-days': [
        'exit.start.review form,openedAt,draft,employee,kind,lastDay,lastWorkingDay,notice,traits',
        'exit.start.back form,openedAt,draft,employee,kind,lastDay,lastWorkingDay,notice,traits',
        'exit.start.drop draft',
        'exit.lead.save case,seen,lastDay,lastWorkingDay,notice,traits',
        'exit.lead.open case',
      ],
      'exit/stop': [],
      'exit/checklist-cases': ['exit.list.open exit,isLive,page,scope', 'exit.list.cases page'],
      'exit/checklist-note': ['exit.list.open exit,isLive,page,scope'],
      'exit/checklist': [
        'exit.list.done exit,isLive,page,scope,item,owner,seen',
        'exit.list.item exit,isLive,page,scope,item,owner',
        'exit.list.open exit,isLive,page,scope',
        'exit.list.open exit,isLive,page,scope',
        'exit.list.open exit,isLive,page,scope',
        'exit.list.open exit,isLive,page,scope',
      ],
      'exit/item': [
        `exit.list.save exit,item,owner,page,scope,seen,shown,${ticked}`,
        'exit.list.item exit,item,owner,page,scope,isLive',
        'exit.talk.guide case',
        'exit.handover.open case',
        `exit.list.leave exit,item,owner,page,scope,isLeaving,${ticked}`,
      ],
      'exit/reminder': ['exit.list.item exit,item,owner,isLive,page,scope', 'exit.list.open exit,isLive,page,scope'],
      'exit/talk-areas': ['exit.talk.calendar case'],
      'exit/talk-book': ['exit.talk.book case,seen,shown,date,minutes,place,time'],
      'exit/talk-guide': ['exit.talk.form case', 'exit.talk.calendar case', 'exit.talk.outcome case'],
      'exit/talk-note': [],
      'exit/talk-offer': ['exit.talk.wish case,wish', 'exit.talk.calendar case'],
      'exit/talk-pick': ['exit.talk.guide case'],
      'exit/talk-record': ['exit.talk.record case,seen,outcome,themes'],
      'exit/talk-status': [
        'exit.talk.guide case',
        'exit.talk.form case',
        'exit.talk.calendar case',
        'exit.talk.outcome case',
      ],
      'exit/handover': [
        'exit.handover.mark case,part,mark,page,isLive',
        'exit.handover.edit case,part,page,isLive',
        'exit.handover.edit case,part,page,isLive',
        'exit.handover.open case,page,isLive',
        'exit.handover.open case,page',
        'exit.handover.file case',
      ],
      'exit/handover-cases': ['exit.handover.open case', 'exit.handover.cases page'],
      'exit/handover-form': [
        'exit.handover.save case,part,page,form,seen,shown,by,to,what',
        'exit.handover.open case,page',
        'exit.handover.remove case,part,page,sure',
      ],
      'exit/hr-figures': ['exit.hr.figures tertial', 'exit.hr.file tertial', 'exit.hr.list '],
      'exit/hr-list': [
        'exit.lead.open case',
        'exit.list.open exit,page,scope,isLive',
        'exit.handover.open case',
        'exit.hr.documents case',
        'exit.hr.list department',
        'exit.hr.list page,department',
        'exit.hr.figures ',
      ],
      'exit/picture': [
        'exit.picture.show department,period',
        'exit.picture.file department,period',
        'exit.picture.texts batch,page',
        'exit.learn.show page',
      ],
      'exit/picture-texts': ['exit.picture.texts batch,page', 'exit.picture.show ', 'exit.learn.theme theme,batch'],
      'exit/learn': [
        'exit.learn.ties kind,subject,page',
        'exit.learn.theme theme,batch',
        'exit.learn.theme theme,batch',
        'exit.learn.show page',
        'exit.picture.show ',
      ],
      'exit/learn-theme': [
        'exit.learn.save theme,form,seen,shown,batch,description,name,support',
        'exit.learn.show page',
        'exit.learn.withdraw theme,sure',
      ],
      'exit/learn-tie': [
        'exit.learn.untie kind,subject,tie',
        'exit.learn.tie kind,subject,page,activity,plan,search',
        'exit.learn.ties kind,subject,page,activity,plan,search',
        'exit.learn.ties kind,subject,page,activity,plan,search',
        'exit.learn.show page',
      ],
      'exit/survey': ['exit.survey.open case,ticket', 'exit.survey.contact case'],
      'exit/survey-page': [
        'exit.survey.contact case,stay',
        `exit.survey.page ${surveyForm.replace('shown,', 'shown,to,')}`,
        `exit.survey.page ${surveyForm.replace('shown,', 'shown,to,')}`,
        `exit.survey.send ${surveyForm}`,
      ],
      'feedback/reason': thumbs.map((verb) => verb.replace('origin,', '')),
      'files/offer': [],
      'people/self': [],
      'plan/close': ['plan.round.close-yes round', 'plan.round.keep round'],
      'plan/extend': ['plan.round.extend-save round,deadline', 'plan.round.keep round'],
      'plan/form': [
        'plan.round.rehearse form,openedAt,shown,asksGoals,deadline,departments,message,period,plans,reminds,title,year',
        'plan.round.discard form',
      ],
      'plan/notice': [],
      'plan/people': [
        'plan.round.people-page round,department,who',
        'plan.round.people-page round,page,department,who',
      ],
      'plan/preview': ['plan.round.send form,version', 'plan.round.preview form,person', 'plan.round.back form'],
      'plan/rehearsal': [
        'plan.round.stand-in form,about',
        'plan.round.send form,version',
        'plan.round.preview form',
        'plan.round.edit form',
        'plan.round.discard form',
      ],
      'plan/reopen': [
        'plan.round.pick round,department,unit,page,choice',
        'plan.round.reopen-item round,department,unit,page,choice',
        'plan.round.pick round,department,unit,page',
        'plan.round.keep round',
      ],
      'plan/rounds': ['plan.round.open round', 'plan.round.new ', 'plan.rounds.page page'],
      'plan/stand-in': [
        'plan.round.stand-in form,about',
        'plan.round.choose form,about,email,person',
        'plan.round.nobody form',
        'plan.round.back form',
      ],
      'plan/status': [
        'plan.round.people round',
        'plan.report.open round',
        'plan.round.refresh round',
        'plan.round.remind round',
        'plan.round.resend round,press',
        'plan.round.extend round',
        'plan.round.reopen round',
        'plan.round.close round',
        'plan.round.open-again round',
      ],
      'plan/deputy': [
        'plan.respond.deputise round,department,unit,item,all,email,person',
        'plan.respond.open round,department,unit,item',
      ],
      'plan/gone': [],
      'plan/item': [
        `plan.respond.save ${answer}`,
        'plan.respond.open round,department,unit,item',
        `plan.respond.leave ${leave}`,
        `plan.respond.leave ${leave}`,
      ],
      'plan/round': [
        'plan.respond.open round,department,unit,item',
        'plan.respond.open round,department,unit,item',
        'plan.respond.overview round,page',
      ],
      'plan/import': [
        'plan.import.show file,page,department,year',
        'plan.import.save file,basis,department,year',
        'plan.import.show file,page,department,year',
        'plan.import.cancel file',
      ],
      'plan/import-list': ['plan.import.list page'],
      'plan/import-note': ['plan.round.new '],
      'plan/report': [
        'plan.report.open department,phase,plan,round',
        'plan.report.file format,department,phase,plan,round',
        'plan.report.file format,department,phase,plan,round',
      ],
      'privacy/audit': ['privacy.audit.page page'],
      'publishing/cancelled': [],
      'publishing/done': ['publishing.open question', 'publishing.withdraw question,basis'],
      'publishing/form': [
        'publishing.publish question,basis,shown,department,phase,text,title,wordings',
        'publishing.cancel ',
      ],
      'publishing/list': ['publishing.open question', 'publishing.withdraw question,basis', 'publishing.page page'],
      'publishing/withdrawn': ['publishing.open question'],
      'questions/answer': [],
      'questions/cancelled': [],
      'questions/channel': ['questions.here '],
      'questions/form': ['questions.send form,openedAt,shown,question', 'questions.cancel '],
      'questions/gone': [],
      'questions/hr': [
        'questions.claim question',
        'questions.answer question,shown,answer,reason',
        'questions.release question',
        'questions.close question,shown,answer,reason',
        'publishing.open question',
      ],
      'questions/list': ['questions.open question', 'questions.page page'],
      'questions/sent': [],
      'questions/status': [],
    });
  });
});

describe('the strings', () => {
  it.each([
    'common',
    'ask',
    'bot',
    'broadcast',
    'exit',
    'feedback',
    'files',
    'people',
    'plan',
    'privacy',
    'publishing',
    'questions',
  ])('of %s are in both languages and all used', (feature) => {
    const [sv, en] = LOCALES.map((locale) => {
      const file = readFileSync(`cards/${feature}/strings.${locale}.json`, 'utf8');
      return JSON.parse(file) as Record<string, string>;
    });
    const users = templates.filter(({ name }) => feature === 'common' || name.startsWith(`${feature}/`));
    const used = new Set(users.flatMap(({ strings }) => strings));
    expect(Object.keys(en ?? {}).sort()).toEqual(Object.keys(sv ?? {}).sort());
    expect(Object.keys(sv ?? {}).filter((key) => !used.has(key))).toEqual([]);
  });
});

describe('the statistic', () => {
  it('shows figure, chart, table, source and next questions', () => {
    expect(visibleText(cards.bind({ template: 'ask/statistic', data: sample('ask/statistic') }, 'sv'))).toBe(
      [
        'Sjukfrånvaro i förskolan',
        '9,8 %',
        'Sjukfrånvaro · Förskola · juli 2023–juni 2024 (R12) · utfall',
        'Sjukfrånvaron i förskolan var 9,8 %, varav 3,5 % var dag 1–14. Den är högst av de fem avdelningarna. [1]',
        'Dag 1–14: 3,5 %',
        'Att jämföra med: 8,9 % · Hela förvaltningen',
        'Sjukfrånvaro per avdelning, procent',
        'Avdelning: Totalt | Dag 1–14',
        'Stödfunktioner: 6,0 % | 1,6 %',
        'Individ- och familjeomsorg: 6,8 % | 2,1 %',
        'Förskola: 9,8 % | 3,5 %',
        'Äldreomsorg: 8,9 % | 2,7 %',
        'Funktionsnedsättning och socialpsykiatri: 8,5 % | 2,6 %',
        'Hela förvaltningen: 8,9 % | 3,0 %',
        'Jag utgick från den senaste perioden jag har.',
        'Källa: [1] Hägersten-Älvsjö, kompetensförsörjningsplan, 2025, avsnittet Bakgrundsfakta och personalstatistik',
        'Hjälpte svaret dig?',
        'Visa källa 1 | 👍 Ja | 👎 Nej | Och för äldreomsorgen? | Jämfört med året innan?',
      ].join('\n'),
    );
  });

  it('makes the table of the bars where the answer brings none', () => {
    const { table: _table, ...answer } = sample('ask/statistic');
    const text = visibleText(cards.bind({ template: 'ask/statistic', data: answer }, 'sv'));
    expect(text).toContain('Avser: Sjukfrånvaro\nStödfunktioner: 6,0 %\n');
    expect(text).not.toContain('Dag 1–14 | ');
  });

  it('colours only the bar that was asked about and makes its row bold', () => {
    const card = cards.bind({ template: 'ask/statistic', data: sample('ask/statistic') }, 'sv');
    const chart = elementsOf(card).find(({ type }) => type === 'Chart.HorizontalBar');
    expect((chart!.data as { x: string; color: string }[]).map(({ x, color }) => `${x} ${color}`)).toEqual([
      'Stödfunktioner neutral',
      'Individ- och familjeomsorg neutral',
      'Förskola categoricalBlue',
      'Äldreomsorg neutral',
      'Funktionsnedsättning och socialpsykiatri neutral',
      'Hela förvaltningen neutral',
    ]);
    const row = elementsOf(card).filter(({ type }) => type === 'TableRow')[3];
    expect(
      elementsOf(row)
        .filter(({ type }) => type === 'TextBlock')
        .map(({ text, weight }) => [text, weight]),
    ).toEqual([
      ['Förskola', 'Bolder'],
      ['9,8 %', 'Bolder'],
      ['3,5 %', 'Bolder'],
    ]);
  });

  it('draws the bars of old clients in proportion, and none for nothing', () => {
    const bar = { label: 'a', value: 0, display: '0 %', highlighted: false };
    const widths = (values: number[]) => {
      const chart = { title: 't', valueLabel: 'v', bars: values.map((value) => ({ ...bar, value })) };
      const card = cards.bind({ template: 'ask/statistic', data: { ...sample('ask/statistic'), chart } }, 'sv');
      return elementsOf(card)
        .filter(({ type }) => type === 'Image')
        .map(({ width }) => width);
    };
    expect(widths([10, 5, 0, -2])).toEqual(['250px', '125px']);
    expect(widths([0, 0])).toEqual([]);
  });

  it('has neither chart nor table when the answer is one figure', () => {
    const { chart: _chart, table: _table, ...answer } = sample('ask/statistic');
    const card = cards.bind({ template: 'ask/statistic', data: answer }, 'sv');
    expect(checkCard(card)).toEqual([]);
    expect(elementsOf(card).map(({ type }) => type)).not.toContain('Table');
    expect(visibleText(card)).toMatch(/^Sjukfrånvaro i förskolan\n9,8 %\n/);
  });

  it('says of a further figure only what its label does not say', () => {
    const [first] = sample('ask/statistic').facts as object[];
    const goal = {
      ...first,
      label: 'Hela staden, mål, 2024',
      population: 'Hela staden',
      period: '2024',
      kind: 'mål',
      display: '8,5 %',
    };
    const data = { ...sample('ask/statistic'), facts: [first, goal, { ...goal, label: 'Att nå' }] };
    const text = visibleText(cards.bind({ template: 'ask/statistic', data }, 'sv'));
    expect(text).toContain('\nHela staden, mål, 2024: 8,5 %\nAtt nå: 8,5 % · Hela staden · 2024 · mål\n');
  });

  it.each(OBSERVATION_KINDS)('names a figure of the kind %s', (kind) => {
    const facts = sample('ask/statistic').facts as object[];
    const data = {
      ...sample('ask/statistic'),
      facts: [
        { ...facts[0], kind },
        { ...facts[1], kind },
      ],
    };
    const swedish = kind === 'KF:s årsmål' ? 'kommunfullmäktiges årsmål' : kind;
    expect(visibleText(cards.bind({ template: 'ask/statistic', data }, 'sv'))).toContain(`(R12) · ${swedish}\n`);
  });
});

describe('a source', () => {
  it('opens its address where it has one', () => {
    const card = cards.bind({ template: 'ask/routine', data: sample('ask/routine') }, 'sv');
    expect(elementsOf(card).find(({ type }) => type === 'Action.OpenUrl')).toEqual({
      type: 'Action.OpenUrl',
      title: 'Öppna källa 1',
      tooltip: 'Hägersten-Älvsjö, kompetensförsörjningsplan, 3. Avdelningen för förskola › Avsluta',
      url: 'https://www.example.org/kompetensforsorjningsplan-2025.pdf',
    });
  });

  it('stands under one heading with the others when there are several', () => {
    const [first] = sample('ask/routine').citations as object[];
    const citations = [first, { ...first, n: 2, section: '6. Avdelningen för äldreomsorg' }];
    const text = visibleText(
      cards.bind({ template: 'ask/routine', data: { ...sample('ask/routine'), citations } }, 'sv'),
    );
    expect(text.split('\n').slice(-5, -2)).toEqual([
      'Källor',
      '[1] Hägersten-Älvsjö, kompetensförsörjningsplan, 2025, avsnittet 3. Avdelningen för förskola › Avsluta',
      '[2] Hägersten-Älvsjö, kompetensförsörjningsplan, 2025, avsnittet 6. Avdelningen för äldreomsorg',
    ]);
  });

  it('opens its card where it has none', () => {
    const card = cards.bind({ template: 'ask/statistic', data: sample('ask/statistic') }, 'en');
    expect(elementsOf(card).find(({ verb }) => verb === 'ask.source')).toMatchObject({
      title: 'Show source 1',
      data: { document: 'ha-2025', section: 'Bakgrundsfakta och personalstatistik' },
    });
  });
});

describe('every value that a template names', () => {
  it.each(PHASES)('has the phase %s', (phase) => {
    const card = cards.bind({ template: 'ask/routine', data: { ...sample('ask/routine'), phase } }, 'sv');
    expect(visibleText(card).split('\n')[0]?.toLowerCase()).toBe(phase);
  });

  it('shows a routine without phase', () => {
    const { phase: _phase, ...routine } = sample('ask/routine');
    const card = cards.bind({ template: 'ask/routine', data: routine }, 'sv');
    expect(visibleText(card).split('\n')[0]).toBe('Avslutssamtal i förskolan');
  });

  it.each(KINDS_OF_MESSAGE)('shows the text of a message once when it is %s', (kind) => {
    const card = cards.bind(
      { template: 'ask/message', data: { ...sample('ask/message'), kind, text: 'En mening.' } },
      'sv',
    );
    expect(visibleText(card).match(/En mening\./g)).toHaveLength(1);
    expect(checkCard(card)).toEqual([]);
  });

  it.each(PERSONAS)('welcomes %s', (role, sentence) => {
    const card = cards.bind({ template: 'bot/welcome', data: { name: 'Elin', role, suggestions: [] } }, 'sv');
    expect(visibleText(card)).toContain(sentence);
    expect(visibleText(card)).toContain('Jag är en automatisk assistent, inte en människa.');
    expect(visibleText(card)).not.toContain('Prova till exempel');
  });

  it('welcomes somebody without a name', () => {
    const card = cards.bind({ template: 'bot/welcome', data: { name: '', role: 'okänd', suggestions: [] } }, 'sv');
    expect(visibleText(card).split('\n')[0]).toBe('Hej');
    expect(card.speak).toMatch(/^Hej\. Jag svarar/);
  });

  it.each(ROLES)('names the role %s', (role) => {
    const card = cards.bind({ template: 'people/self', data: { ...sample('people/self'), roles: [role] } }, 'sv');
    expect(visibleText(card).toLowerCase()).toContain(`roll här: ${role === 'admin' ? 'administratör' : role}\n`);
  });

  it('leaves out a unit and a manager that nobody has', () => {
    const { manager: _manager, ...self } = sample('people/self');
    const text = visibleText(cards.bind({ template: 'people/self', data: { ...self, unit: '' } }, 'sv'));
    expect(text).not.toContain('Enhet:');
    expect(text).not.toContain('Närmaste chef');
    expect(text).toContain('Avdelning: Förskola');
  });
});
