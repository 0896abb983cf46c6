import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Feature, IncomingFile } from '../../src/actions/index.js';
import { message } from '../support/connector/incoming.js';
import { type Answer, type FileHost, reply, serving, startFileHost } from '../support/file-host.js';
import { envelopeOf } from './support/envelope.js';
import { dropFile, fileAttachment } from './support/files.js';
import { startGroupChat } from './support/group-chat.js';
import { INGRID, KARIN, OTHER_TENANT, STRANGER } from './support/people.js';
import { seen } from './support/seen.js';
import { useStage } from './support/stage.js';

let taken: IncomingFile[] = [];
const intake: Feature = {
  name: 'test',
  actions: [],
  commands: [],
  files: [
    {
      id: 'test.import',
      endings: ['.xlsx', '.csv'],
      allow: 'plan.handle',
      handle: (file) => {
        taken.push(file);
        return {
          post: [{ text: `${file.name}: ${file.bytes.length}` }],
          touched: { plan: 'p1' },
          outcome: 'test-taken',
        };
      },
    },
  ],
};

const MEGABYTES = 1024 * 1024;
let host: FileHost;
beforeAll(async () => void (host = await startFileHost()));
beforeEach(() => {
  host.reset();
  taken = [];
});
afterAll(() => host.stop());
const stage = useStage({ features: [intake], env: { FILE_HOSTS: '127.0.0.1,*.sharepoint.com' } });
const audited = async () =>
  (await stage.audit()).map(({ permission, action, outcome }) => [permission, action, outcome].join(' '));

/** HR drops a file that the host answers so. */
async function drop(name: string, answer: Answer, url = `${host.url}/download?tempauth=geheim`) {
  host.answer = answer;
  const { status, replies } = await dropFile(stage.connector, stage.user(INGRID), { name, url });
  expect(status).toBe(200);
  return replies.map(seen).join('\n');
}

describe('a file that somebody sends', () => {
  it('is fetched and handed to who takes it, and audited without its name', async () => {
    const bytes = new Uint8Array([80, 75, 3, 4, 0, 255]);
    expect(await drop('Plan Förskola.XLSX', serving(bytes))).toBe('Plan Förskola.XLSX: 6');
    expect(taken).toEqual([{ name: 'Plan Förskola.XLSX', bytes }]);
    expect(host.requests.map(({ method, headers }) => [method, headers.authorization, headers.cookie])).toEqual([
      ['GET', undefined, undefined],
    ]);
    expect(await audited()).toEqual(['plan.handle test.import done']);
    expect(JSON.stringify(await stage.audit())).not.toContain('Förskola.XLSX');
    expect(stage.log.text()).not.toMatch(/geheim|Förskola\.XLSX/);
  });

  it('of the allowed size comes whole', async () => {
    expect(await drop('plan.csv', serving(new Uint8Array(10 * MEGABYTES)))).toBe(`plan.csv: ${10 * MEGABYTES}`);
  });

  const endless: Answer = (response) => {
    response.writeHead(200, { 'content-type': 'text/csv' });
    const more = () => {
      if (!response.writableEnded && !response.destroyed && response.write(Buffer.alloc(MEGABYTES))) setImmediate(more);
      else response.once('drain', more);
    };
    more();
  };
  it.each<[what: string, answer: Answer, says: RegExp]>([
    [
      'too large by its length',
      serving(new Uint8Array(10 * MEGABYTES + 1)),
      /^Filen är större än 10 MB, så jag har inte läst den\./,
    ],
    ['without end', endless, /^Filen är större än 10 MB/],
    [
      'elsewhere',
      (response) => reply(response, 302, { headers: { location: `${host.url}/other` } }),
      /leder vidare till en annan plats/,
    ],
    [
      'a page',
      serving('<html>Logga in</html>', 'text/html; charset=utf-8'),
      /^Jag fick en webbsida i stället för filen/,
    ],
    ['gone', (response) => reply(response, 404), /^Filen gick inte att hämta/],
    ['broken off', (response) => void response.destroy(), /^Filen gick inte att hämta/],
  ])('is refused with what to do when it is %s', async (_, answer, says) => {
    expect(await drop('plan.xlsx', answer)).toMatch(says);
    expect(taken).toEqual([]);
    expect(host.requests).toHaveLength(1);
    expect(await audited()).toEqual(['plan.handle test.import invalid']);
  });

  it.each(['http://127.0.0.2:1/x', 'https://evil.example/x', 'http://169.254.169.254/metadata', '', 'data:text/csv,a'])(
    'is not fetched from "%s"',
    async (url) => {
      expect(await drop('plan.xlsx', serving('x'), url)).toMatch(
        /^Filen ligger på en adress som jag inte får hämta från/,
      );
      expect([taken, host.requests]).toEqual([[], []]);
    },
  );

  it('of another type is refused with the types that are taken, unfetched', async () => {
    for (const name of ['bild.png', 'plan.xlsx.exe', 'plan', 'plan.', 'xlsx'])
      expect(await drop(name, serving('x')), name).toBe('Den filtypen tar jag inte emot. Jag kan läsa .xlsx, .csv.');
    expect([host.requests, await audited()]).toEqual([[], []]);
  });

  it.each([KARIN, STRANGER])('is denied to $name and not fetched', async (person) => {
    for (const name of ['plan.xlsx', 'bild.png']) {
      const { replies } = await dropFile(stage.connector, stage.user(person), { name, url: `${host.url}/x` });
      expect(replies.map(seen)).toEqual(['Det här får din roll inte göra. Fråga HR om du tror att det är fel.']);
    }
    expect([taken, host.requests]).toEqual([[], []]);
    expect((await audited()).sort()).toEqual(['- files.send denied', 'plan.handle test.import denied']);
  });

  it('of a guest is refused', async () => {
    const guest = stage.user(INGRID, { tenantId: OTHER_TENANT });
    const { replies } = await dropFile(stage.connector, guest, { name: 'plan.xlsx', url: `${host.url}/x` });
    expect(replies.map(seen)).toEqual([
      'Den här assistenten är bara för anställda i organisationen, så jag kan inte svara dig.',
    ]);
    expect(host.requests).toEqual([]);
  });

  it('comes alone', async () => {
    const user = stage.user(INGRID);
    const more = [fileAttachment('b.xlsx', `${host.url}/b`)];
    const { replies } = await dropFile(stage.connector, user, { name: 'a.xlsx', url: `${host.url}/a`, more });
    expect(replies.map(seen)).toEqual(['Jag tar en fil i taget. Skicka dem en och en.']);
    expect(host.requests).toEqual([]);
  });

  it('is taken from a client that gives its one address as contentUrl', async () => {
    host.answer = serving('a;b');
    const user = stage.user(INGRID);
    const attachment = {
      contentType: 'application/vnd.microsoft.teams.file.download.info',
      contentUrl: `${host.url}/plan.csv`,
      name: 'plan.csv',
      content: { uniqueId: 'x', fileType: 'csv' },
    };
    const { replies } = await user.raw({
      ...message(envelopeOf(stage.connector, user), ''),
      attachments: [attachment],
    });
    expect(replies.map(seen)).toEqual(['plan.csv: 3']);
  });

  it('never is what other attachments are', async () => {
    const user = stage.user(INGRID);
    for (const attachments of [
      [{ contentType: 'image/png', contentUrl: `${host.url}/x.png` }],
      [{ contentType: 'application/vnd.microsoft.teams.file.download.info' }],
      [null, 7, 'x'],
      'none',
      {},
    ]) {
      const { status, replies } = await user.raw({ ...message(envelopeOf(stage.connector, user), ''), attachments });
      expect([status, replies.map(seen)]).toEqual([
        200,
        ['Jag läser bara text. Skriv en fråga, eller "hjälp" för att se vad jag kan.'],
      ]);
    }
    expect(host.requests).toEqual([]);
  });

  it('is not taken in a group chat', async () => {
    const user = stage.user(INGRID);
    const group = startGroupChat(stage.connector, [user, stage.user(KARIN)]);
    await user.raw({
      ...message(envelopeOf(stage.connector, user, group.id), ''),
      conversation: { id: group.id, conversationType: 'groupChat', isGroup: true },
      attachments: [fileAttachment('plan.xlsx', `${host.url}/x`)],
    });
    expect(group.messages().map(seen)).toEqual([
      'Filer skickar och tar jag emot bara i vår egen chatt. Öppna den och gör samma sak där.',
    ]);
    expect(host.requests).toEqual([]);
  });
});
