import { describe, expect, it } from 'vitest';
import { auditTable, openQuestions } from '../../src/storage/index.js';
import { KARIN, INGRID, PEOPLE, SARA } from '../bot/support/people.js';
import { buttonOf, pressButton, read, replaced } from '../bot/support/press.js';
import { buttonsOf, invokeBody } from '../bot/support/seen.js';
import { AMIR, ORGANISATION, PETER, QUESTION, sendToHr, useOffice } from './support/office.js';

const office = useOffice();
const NEW = 'Väntar på att någon på HR tar den';

describe('a question sent to HR', () => {
  it('reaches all of HR of that board by itself, is claimed by one of two, answered, and the asker gets it', async () => {
    const sara = await office.met(SARA);
    const [ingrid, amir, peter] = [await office.met(INGRID), await office.met(AMIR), await office.met(PETER)];
    await sendToHr(sara);
    const atIngrid = await office.card(ingrid, QUESTION, 'Sara Ekman, Barnskötare, Förskola', NEW);
    const atAmir = await office.card(amir, QUESTION, NEW);
    expect(
      office.connector
        .current(peter.conversationId)
        .map((activity) => JSON.stringify(activity))
        .join(),
    ).not.toContain(QUESTION);
    await office.card(sara, 'Din fråga till HR', 'Skickad. Någon på HR tar hand om den');

    // Both press at the same moment: one has it, the other is told who.
    const answers = await Promise.all([
      pressButton(ingrid, atIngrid, 'Jag tar den'),
      pressButton(amir, atAmir, 'Jag tar den'),
    ]);
    const seen = answers.map((answer) => read(replaced(answer)));
    const winner = seen[0]!.includes('Du har den sedan') ? ingrid : amir;
    const loser = winner === ingrid ? amir : ingrid;
    const [winnerName, loserCard] = winner === ingrid ? [INGRID.name, seen[1]!] : [AMIR.name, seen[0]!];
    expect(loserCard).toContain(`${winnerName} hann före och har redan frågan.`);
    expect(loserCard).toContain(`${winnerName} har den sedan`);
    await office.card(loser, QUESTION, `${winnerName} har den sedan`);
    await office.card(sara, 'Din fråga till HR', 'HR (HR-konsult) arbetar med din fråga.');

    // A new process goes on where the old one was.
    await office.restart();
    const again = office.user(winner === ingrid ? INGRID : AMIR);
    const mine = await office.card(again, QUESTION, 'Du har den sedan');
    const answered = replaced(await pressButton(again, mine, 'Svara', { answer: 'Den är *grå*.', reason: '' }));
    expect(read(answered)).toContain(`Besvarad av ${winnerName}`);
    expect(read(answered)).toContain('Den är *grå*.');
    const answer = await office.card(sara, 'HR har svarat på din fråga');
    expect(read(answer)).toContain(`Du frågade\n${QUESTION}\nSvar\nDen är *grå*.`);
    expect(read(answer)).toContain('HR-konsult, HR på Hägersten-Älvsjö stadsdelsförvaltning');
    expect(read(answer)).not.toContain(winnerName);
    await office.card(sara, 'Din fråga till HR', 'Besvarad av HR-konsult på HR');
    for (const user of [again, loser])
      await office.card(user, `Besvarad av ${winnerName}`, 'Den är *grå*.', 'Svaret har kommit fram i chatten.');
    // Three messages unasked: the card that follows the question, updated in place, and the answer.
    const unasked = office.connector
      .current(sara.conversationId)
      .filter((activity) => JSON.stringify(activity).includes('HR har svarat'));
    expect(unasked).toHaveLength(1);
    const audit: string[] = [];
    for await (const { row } of office.storage.table(auditTable).list())
      audit.push(`${row.action} ${Object.keys(row.subject ?? {}).join()}`);
    expect(audit.filter((line) => line === 'questions.claim question')).toHaveLength(2);
    expect(audit).toContain('questions.answer question');
  });

  it('that was stored by a process that died before it told anybody is told of by the next one', async () => {
    const [sara, ingrid] = [await office.met(SARA), await office.met(INGRID)];
    const store = openQuestions(office.storage);
    const now = new Date();
    const form = { organisation: ORGANISATION, openedAt: now, form: 'f', personId: SARA.id, sentAt: now };
    const { question } = await store.add({ ...form, question: QUESTION });
    await office.restart();
    await office.card(ingrid, QUESTION, NEW);
    await office.card(sara, 'Din fråga till HR');
    await store.handle(question, { state: 'answered', by: INGRID.id, at: new Date(), text: 'Grå.' }, undefined);
    await office.restart();
    await office.restart();
    await office.card(sara, 'HR har svarat på din fråga', 'Grå.');
    const about = (words: string) =>
      office.connector.current(sara.conversationId).filter((sent) => JSON.stringify(sent).includes(words));
    expect([about('HR har svarat på').length, about('Din fråga till HR').length]).toEqual([1, 1]);
  });

  it('is handed back, taken by another and closed with a reason that the asker reads', async () => {
    const [sara, ingrid, amir] = [await office.met(SARA), await office.met(INGRID), await office.met(AMIR)];
    await sendToHr(sara);
    await pressButton(ingrid, await office.card(ingrid, NEW), 'Jag tar den');
    await pressButton(ingrid, await office.card(ingrid, 'Du har den sedan'), 'Lämna tillbaka');
    await pressButton(amir, await office.card(amir, NEW), 'Jag tar den');
    const mine = await office.card(amir, 'Du har den sedan');
    const empty = replaced(await pressButton(amir, mine, 'Stäng utan svar', { answer: '', reason: ' ' }));
    expect(read(empty)).toContain('Skriv först varför frågan stängs utan svar');
    const closed = replaced(
      await pressButton(amir, empty, 'Stäng utan svar', { answer: '', reason: 'Vi tog det i telefon.' }),
    );
    expect(read(closed)).toContain('Stängd utan svar av Amir Haddad');
    await office.card(sara, 'HR har stängt din fråga', 'Vi tog det i telefon.');
    expect(buttonsOf(closed)).toEqual([]);
  });

  it('keeps what HR typed: with a personal number it is stopped, with delicate words asked about once', async () => {
    const [sara, ingrid] = [await office.met(SARA), await office.met(INGRID)];
    await sendToHr(sara);
    const mine = replaced(await pressButton(ingrid, await office.card(ingrid, NEW), 'Jag tar den'));
    const typed = 'Hon med 850709-9805 är sjukskriven.';
    const stopped = replaced(await pressButton(ingrid, mine, 'Svara', { answer: typed, reason: '' }));
    expect(read(stopped)).toContain('ser ut att innehålla ett personnummer eller samordningsnummer (850709-9805)');
    expect(JSON.stringify(stopped)).toContain(`"value":"${typed}"`);
    const asked = replaced(await pressButton(ingrid, stopped, 'Svara', { answer: 'Hon är sjukskriven.', reason: '' }));
    expect(read(asked)).toContain('Den kan säga något känsligt om någon: ”sjukskriven”.');
    expect(JSON.stringify(asked)).toContain('"value":"Hon är sjukskriven."');
    const answered = replaced(await pressButton(ingrid, asked, 'Svara', { answer: 'Hon är sjukskriven.', reason: '' }));
    expect(read(answered)).toContain('Besvarad av Ingrid Falkmarker');
  });

  it('is out of reach for a manager and for another board, whatever they send', async () => {
    const [sara, ingrid, karin, peter] = [
      await office.met(SARA),
      await office.met(INGRID),
      await office.met(KARIN),
      await office.met(PETER),
    ];
    await sendToHr(sara);
    const { data } = buttonOf(await office.card(ingrid, NEW), 'Jag tar den');
    const outcome = { ...data, shown: '', answer: 'Nej', reason: 'Nej' };
    for (const [verb, sent] of [
      ['questions.claim', data],
      ['questions.release', data],
      ['questions.open', data],
      ['questions.answer', outcome],
      ['questions.close', outcome],
      ['publishing.open', data],
    ] as const) {
      expect(invokeBody((await karin.press(verb, sent)).body).statusCode).toBe(403);
      const body = JSON.stringify((await peter.press(verb, sent)).body);
      expect(body).toMatch(/Frågan finns inte längre/);
      expect(body).not.toContain(QUESTION);
    }
    expect(read(await office.card(ingrid, QUESTION))).toContain(NEW);
  });

  it('tells HR that the asker cannot be reached: without a chat, and when they left', async () => {
    const [sara, ingrid] = [await office.met(SARA), await office.met(INGRID)];
    await sendToHr(sara);
    await office.card(sara, 'Din fråga till HR');
    await sara.uninstall();
    const mine = replaced(await pressButton(ingrid, await office.card(ingrid, NEW), 'Jag tar den'));
    expect(read(mine)).toContain('Den som frågade har ingen chatt med mig nu');
    await pressButton(ingrid, mine, 'Svara', { answer: 'Grå.', reason: '' });
    await office.card(ingrid, 'Besvarad av', 'Den som frågade har ingen chatt med mig nu');
    await office.people([...PEOPLE.filter(({ id }) => id !== SARA.id), AMIR, PETER]);
    await expect
      .poll(
        async () => {
          const opened = await ingrid.say('frågor');
          return JSON.stringify(opened.replies);
        },
        { timeout: 10_000 },
      )
      .toContain('någon som inte längre finns i katalogen');
  });
});

describe('a question of its asker', () => {
  it('is asked about once when it says something delicate, and nothing typed is lost', async () => {
    const sara = await office.met(SARA);
    const delicate = 'Jag är sjukskriven och gravid, vilken färg har månen då?';
    const { replies } = await sara.press('questions.compose', { question: delicate });
    const form = replies[0]!.attachments![0]!.content;
    const asked = replaced(await pressButton(sara, form, 'Skicka', { question: delicate }));
    expect(read(asked)).toContain('”sjukskriven”, ”gravid”');
    expect(JSON.stringify(asked)).toContain(delicate);
    expect(read(replaced(await pressButton(sara, asked, 'Skicka', { question: delicate })))).toContain(
      'Frågan är skickad till HR',
    );
  });
});
