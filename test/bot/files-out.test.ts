import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineAction, type Feature, type OutgoingFile } from '../../src/actions/index.js';
import { keptFilePartsTable, keptFilesTable } from '../../src/storage/index.js';
import { type FileHost, reply, startFileHost } from '../support/file-host.js';
import { answerConsent, consentCardOf } from './support/files.js';
import { startGroupChat } from './support/group-chat.js';
import { INGRID, KARIN, SARA, STRANGER } from './support/people.js';
import { cardOf, seen } from './support/seen.js';
import { useStage } from './support/stage.js';

const BYTES = new Uint8Array(400_000).map((_, at) => (at * 31) % 251);
const FILE: OutgoingFile = {
  name: 'Uppföljning "T2".docx',
  contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  description: 'Uppföljning av planen',
  bytes: async () => BYTES,
};
const reports: Feature = {
  name: 'test',
  actions: [
    defineAction({
      verb: 'test.report',
      schema: z.object({}),
      allow: 'ask.question',
      handle: () => ({ post: [{ text: 'Här är rapporten.', file: FILE }], toast: 'Klart' }),
    }),
    defineAction({
      verb: 'test.large',
      schema: z.object({}),
      allow: 'ask.question',
      handle: () => ({ post: [{ file: { ...FILE, bytes: async () => new Uint8Array(10 * 1024 * 1024 + 1) } }] }),
    }),
  ],
  commands: [
    { id: 'test.file', phrases: ['ge mig filen'], allow: 'ask.question', handle: () => ({ post: [{ file: FILE }] }) },
  ],
};

let host: FileHost;
beforeAll(async () => void (host = await startFileHost()));
beforeEach(() => host.reset());
afterAll(() => host.stop());

describe('a file, where Teams asks for consent', () => {
  const stage = useStage({ features: [reports], env: { FILE_HOSTS: '127.0.0.1' } });
  const audited = async () => (await stage.audit()).map(({ action, outcome }) => `${action} ${outcome}`).sort();

  async function offered(person = KARIN) {
    const user = stage.user(person);
    const { replies } = await user.say('ge mig filen');
    return { user, context: consentCardOf(replies[0]).content.acceptContext };
  }

  it('comes below what is said, as the card by which Teams asks', async () => {
    const { replies, body } = await stage.user(KARIN).press('test.report');
    expect(seen(replies[0])).toBe('Här är rapporten.');
    const { name, content } = consentCardOf(replies[1]);
    expect([name, content.description, content.sizeInBytes]).toEqual([FILE.name, 'Uppföljning av planen', 400_000]);
    expect(body).toMatchObject({ statusCode: 200, value: 'Klart' });
    expect(await audited()).toEqual(['files.offer done', 'test.report done']);
  });

  it('is put whole to the address that Teams gives, and shown where it lies', async () => {
    const { user, context } = await offered();
    const { status, body, replies } = await answerConsent(stage.connector, user, {
      context,
      uploadUrl: `${host.url}/up?key=1`,
    });
    expect([status, body]).toEqual([200, undefined]);
    expect(host.requests).toHaveLength(1);
    const [put] = host.requests;
    expect([put!.method, put!.path, put!.headers['content-range']]).toEqual([
      'PUT',
      '/up?key=1',
      'bytes 0-399999/400000',
    ]);
    expect(put!.headers.authorization).toBeUndefined();
    expect(put!.body.equals(Buffer.from(BYTES))).toBe(true);
    expect(replies.map(({ attachments }) => attachments)).toEqual([
      [
        {
          contentType: 'application/vnd.microsoft.teams.card.file.info',
          contentUrl: 'https://kommunen-my.sharepoint.com/personal/karin/Documents/Rapport.docx',
          name: 'Rapport.docx',
          content: { uniqueId: 'f81d', fileType: 'docx' },
        },
      ],
    ]);
    expect(await audited()).toEqual(['files.accept done', 'files.offer done', 'test.file done']);
    const { id } = await onlyFile();
    const subjects = (await stage.audit())
      .filter(({ action }) => action === 'files.accept')
      .map(({ subject }) => subject);
    expect(subjects).toEqual([{ file: id }]);
    expect(JSON.stringify(await stage.audit())).not.toContain((context as { file: string }).file);
  });

  const onlyFile = async () => {
    const files = [];
    for await (const { row } of stage.storage.table(keptFilesTable).list()) if (row.usedAt) files.push(row);
    return files.at(-1)!;
  };

  it('is put once however often it is accepted, and its bytes are gone then', async () => {
    const { user, context } = await offered();
    const accept = () => answerConsent(stage.connector, user, { context, uploadUrl: `${host.url}/up` });
    await Promise.all([accept(), accept(), accept()]);
    expect(host.requests).toHaveLength(1);
    const { replies } = await accept();
    expect(replies.map(seen)).toEqual(['Filen har redan hämtats. Finns den inte i din OneDrive: be om den igen.']);
    const left = [];
    for await (const { row } of stage.storage
      .table(keptFilePartsTable)
      .list({ partition: [KARIN.organisation, (await onlyFile()).id] }))
      left.push(row);
    expect(left).toEqual([]);
  });

  it('is not sent when it is declined, nor afterwards', async () => {
    const { user, context } = await offered();
    const { replies } = await answerConsent(stage.connector, user, { context });
    expect(replies.map(seen)).toEqual(['Okej, filen sparas inte. Be om den igen om du ändrar dig.']);
    const again = await answerConsent(stage.connector, user, { context, uploadUrl: `${host.url}/up` });
    expect(again.replies.map(seen)[0]).toMatch(/^Filen har redan hämtats/);
    expect(host.requests).toEqual([]);
  });

  it('is for who asked alone', async () => {
    const { context } = await offered(KARIN);
    const { replies } = await answerConsent(stage.connector, stage.user(SARA), {
      context,
      uploadUrl: `${host.url}/up`,
    });
    expect(replies.map(seen)).toEqual(['Den filen var till någon annan, så jag kan inte ge den till dig.']);
    const strange = await answerConsent(stage.connector, stage.user(STRANGER), {
      context,
      uploadUrl: `${host.url}/up`,
    });
    expect(strange.replies.map(seen)[0]).toMatch(/^Det här får din roll inte göra/);
    expect(host.requests).toEqual([]);
  });

  it('goes nowhere when its asker has lost the role since', async () => {
    const { user, context } = await offered();
    const rightful = await onlyOffer();
    await stage.storage
      .table(keptFilesTable)
      .upsert({ ...rightful, right: { permission: 'exit.handle', reach: 'organisation' } });
    const { replies } = await answerConsent(stage.connector, user, { context, uploadUrl: `${host.url}/up` });
    expect(replies.map(seen)).toEqual(['Din roll har ändrats sedan du bad om filen, så jag kan inte ge den till dig.']);
    expect(host.requests).toEqual([]);
  });

  const onlyOffer = async () => {
    const offers = [];
    for await (const { row } of stage.storage.table(keptFilesTable).list()) if (!row.usedAt) offers.push(row);
    return offers.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime()).at(-1)!;
  };

  it.each([
    ['an address outside the list', 'https://evil.example/up', /Teams angav en adress som jag inte får skicka till/],
    ['a redirect', 'redirect', /Filen kunde inte sparas i din OneDrive just nu/],
    ['a refusal', 'refusal', /Filen kunde inte sparas i din OneDrive just nu/],
  ])('is not lost by %s: it can be accepted again', async (_, where, says) => {
    const { user, context } = await offered();
    host.answer = (response) =>
      reply(response, where === 'redirect' ? 307 : 503, { headers: { location: `${host.url}/elsewhere` } });
    const uploadUrl = where.startsWith('https') ? where : `${host.url}/up`;
    const { status, replies } = await answerConsent(stage.connector, user, { context, uploadUrl });
    expect(status).toBe(200);
    expect(replies.map(seen).join()).toMatch(says);
    expect(host.requests.map(({ path }) => path)).not.toContain('/elsewhere');
    host.reset();
    await answerConsent(stage.connector, user, { context, uploadUrl: `${host.url}/up` });
    expect(host.requests[0]!.body.length).toBe(400_000);
  });

  it('is not lost when its own bytes cannot be read for a while', async () => {
    const { user, context } = await offered();
    stage.storage.fails = (table) => table === keptFilePartsTable.name;
    await answerConsent(stage.connector, user, { context, uploadUrl: `${host.url}/up` });
    stage.storage.fails = undefined;
    expect(host.requests).toEqual([]);
    await answerConsent(stage.connector, user, { context, uploadUrl: `${host.url}/up` });
    expect(host.requests[0]!.body.length).toBe(400_000);
  });

  it('that cannot be read, or is unknown, gets a clear answer', async () => {
    const user = stage.user(KARIN);
    const unreadable = await answerConsent(stage.connector, user, { context: {} });
    expect([unreadable.status, unreadable.replies.map(seen)]).toEqual([
      200,
      ['Svaret om filen gick inte att läsa. Inget är sparat. Be om filen igen.'],
    ]);
    const unknown = await answerConsent(stage.connector, user, {
      context: { file: 'x'.repeat(43) },
      uploadUrl: `${host.url}/up`,
    });
    expect(unknown.replies.map(seen)).toEqual(['Jag hittar inte filen längre. Be om den igen.']);
  });

  it('is too large above 10 MB', async () => {
    const { replies } = await stage.user(KARIN).press('test.large');
    expect(replies.map(seen)).toEqual(['Filen Uppföljning "T2".docx är större än 10 MB, så jag kan inte skicka den.']);
  });

  it('never goes to a group chat', async () => {
    const group = startGroupChat(stage.connector, [stage.user(KARIN), stage.user(INGRID)]);
    await group.say(stage.user(KARIN), '<at>UBARA-assistenten</at> ge mig filen');
    expect(group.messages().map(seen)).toEqual([
      'Filer skickar och tar jag emot bara i vår egen chatt. Öppna den och gör samma sak där.',
    ]);
  });
});

describe('a file, where the client knows no consent', () => {
  const stage = useStage({
    features: [reports],
    env: { FILE_DELIVERY: 'link', PUBLIC_URL: 'https://bot.example.org/ubara/' },
  });

  async function link(): Promise<string> {
    const { replies } = await stage.user(KARIN).say('ge mig filen');
    expect(seen(replies[0])).toContain('Uppföljning "T2".docx (400 kB)');
    const [open] = cardOf(replies[0]).actions as { type: string; url: string }[];
    expect(open).toMatchObject({ type: 'Action.OpenUrl' });
    expect(open!.url).toMatch(/^https:\/\/bot\.example\.org\/ubara\/files\/[\w-]{43}$/);
    return `${stage.url}/files/${open!.url.split('/').at(-1)}`;
  }

  // A connection of its own each time: one that was kept may be closed by the server at the moment in which it is used again.
  const headers = { connection: 'close' };
  const look = (url: string) => fetch(url, { headers });
  const take = (url: string) => fetch(url, { method: 'POST', body: new URLSearchParams(), headers });

  it('is a link to a page whose button gives the file, once', async () => {
    const url = await link();
    const page = await look(url);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; form-action/,
    );
    const html = await page.text();
    expect(html).toContain('<form method="post"><button type="submit">Hämta filen');
    expect(html).not.toContain('Uppf');
    const got = await take(url);
    expect(new Uint8Array(await got.arrayBuffer())).toEqual(BYTES);
    expect(Object.fromEntries(got.headers)).toMatchObject({
      'content-type': FILE.contentType,
      'content-length': '400000',
      'content-disposition': `attachment; filename="Uppfoljning _T2_.docx"; filename*=UTF-8''Uppf%C3%B6ljning%20%22T2%22.docx`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
    for (const again of [await take(url), await look(url)])
      expect([again.status, await again.text()]).toEqual([
        410,
        'Länken har redan använts. Den fungerar en gång; be om filen igen i chatten.\n\n' +
          'The link has been used. It works once; ask for the file again in the chat.\n',
      ]);
    const lines = (await stage.audit()).map(({ personId, action, outcome }) => [personId, action, outcome].join(' '));
    expect(lines.sort()).toEqual([
      `${KARIN.id} files.download done`,
      `${KARIN.id} files.offer done`,
      `${KARIN.id} test.file done`,
    ]);
    expect(stage.log.text()).not.toContain(url.split('/').at(-1));
  });

  it.each(['HEAD', 'GET'])('is not used up by %s, as link previews and scanners send', async (method) => {
    const url = await link();
    for (let times = 0; times < 3; times++) expect((await fetch(url, { method })).status).toBe(200);
    expect((await take(url)).status).toBe(200);
    expect((await fetch(url, { method })).status).toBe(410);
  });

  it('gives one of many who come at once the file', async () => {
    const url = await link();
    const all = await Promise.all(Array.from({ length: 8 }, () => take(url)));
    expect(all.map(({ status }) => status).sort()).toEqual([200, 410, 410, 410, 410, 410, 410, 410]);
  });

  it('is closed to whoever has left since, with 403', async () => {
    const url = await link();
    stage.people.leave(KARIN.id);
    const answers = [await look(url), await take(url)];
    stage.people.back();
    expect(answers.map(({ status }) => status)).toEqual([403, 403]);
    expect(await answers[1]!.text()).toBe(
      'Den som bad om filen får inte längre ha den.\n\nWhoever asked for the file may no longer have it.\n',
    );
  });

  it.each(['x', 'x'.repeat(43), '..%2f..%2fetc', ''])('is not at "%s"', async (token) => {
    for (const answer of [await fetch(`${stage.url}/files/${token}`), await take(`${stage.url}/files/${token}`)]) {
      expect(answer.status).toBe(404);
      if (token !== '') expect(answer.headers.get('content-type')).toContain('text/plain');
    }
  });
});
