import { describe, expect, it } from 'vitest';
import { visibleText, type AdaptiveCardJson } from '../../src/cards/index.js';
import { POLICY } from '../../src/people/index.js';
import type { BotAnswer } from '../support/connector/index.js';
import { DANIEL, KARIN, OTHER_TENANT, STRANGER } from './support/people.js';
import { buttonsOf } from './support/seen.js';
import { useStage } from './support/stage.js';

const stage = useStage();

interface Hit {
  readonly contentType: string;
  readonly content: AdaptiveCardJson;
  readonly preview: { readonly contentType: string; readonly content: Record<string, string> };
}

function extension({ status, body }: BotAnswer): { type: string; text?: string; attachments?: Hit[] } {
  expect(status).toBe(200);
  return (body as { composeExtension: { type: string; text?: string; attachments?: Hit[] } }).composeExtension;
}
const titles = (answer: BotAnswer) => extension(answer).attachments?.map(({ preview }) => preview.content.title);

describe('the search command', () => {
  it('lists the routines that fit, the best first', async () => {
    const found = extension(await stage.user(KARIN).search({ text: 'avslutssamtal' }));
    expect(found).toMatchObject({ type: 'result', attachmentLayout: 'list' });
    expect(found.attachments?.[0]?.preview).toEqual({
      contentType: 'application/vnd.microsoft.card.thumbnail',
      content: {
        title: 'Vem håller avslutssamtalet?',
        subtitle: 'Avsluta · Hägersten-Älvsjö',
        text: 'Den närmaste chefen håller i första hand samtalet.',
      },
    });
  });

  it.each(['avslutsam', 'AVSLUTSSAMTAL', 'avslutsamtal', 'exit conversation'])('finds it by "%s"', async (text) => {
    expect(titles(await stage.user(KARIN).search({ text }))?.[0]).toMatch(/avslutssamtalet|exit conversation/i);
  });

  it('pastes a card with text, numbered sources and where it comes from, and no button that reaches the bot', async () => {
    const hit = extension(await stage.user(KARIN).search({ text: 'avslutssamtal' })).attachments?.[0];
    expect(hit?.contentType).toBe('application/vnd.microsoft.card.adaptive');
    expect(buttonsOf(hit?.content)).toEqual([]);
    const text = visibleText(hit!.content);
    expect(text).toContain('Den närmaste chefen håller i första hand samtalet. [1]');
    expect(text).toContain('[1] Hägersten-Älvsjö, kompetensförsörjningsplan, 2025, avsnittet');
    expect(text).toContain('Från UBARA-assistenten');
    expect(text).not.toContain('Karin');
  });

  it('shows routines before anything is typed', async () => {
    const opened = await stage.user(KARIN).search();
    expect(titles(opened)?.length).toBe(2);
    expect(titles(await stage.user(KARIN).search({ text: '   ' }))).toEqual(titles(opened));
  });

  it('gives page after page, each hit once, and an empty one at the end', async () => {
    const karin = stage.user(KARIN);
    const all = titles(await karin.search());
    const pages = [await karin.search({ skip: 0, count: 1 }), await karin.search({ skip: 1, count: 1 })];
    expect(pages.flatMap((page) => titles(page) ?? [])).toEqual(all);
    expect(extension(await karin.search({ skip: 2, count: 1 }))).toMatchObject({ type: 'result', attachments: [] });
  });

  it("answers in the person's language", async () => {
    const hit = extension(await stage.user(DANIEL).search()).attachments?.[0];
    expect(hit?.content.lang).toBe('en');
    expect(visibleText(hit!.content)).toContain('From UBARA-assistenten');
  });

  it('says so when nothing is found', async () => {
    expect(extension(await stage.user(KARIN).search({ text: 'xyzzy' }))).toEqual({
      type: 'message',
      text: 'Jag hittar ingen rutin om det. Prova ett annat ord.',
    });
  });

  it('takes no text longer than a search is', async () => {
    expect(extension(await stage.user(KARIN).search({ text: 'a'.repeat(201) }))).toMatchObject({
      type: 'message',
      text: expect.stringContaining('högst 200 tecken') as string,
    });
    expect(extension(await stage.user(KARIN).search({ text: 'a'.repeat(200) })).text).not.toContain('200');
  });

  it('gives where to turn to somebody who tells of a case, and nothing to paste', async () => {
    const found = extension(await stage.user(KARIN).search({ text: 'en kollega hotade mig' }));
    expect(found).toEqual({ type: 'message', text: 'Har det hänt något? Ring 112 vid fara.' });
  });

  it('keeps nothing: no conversation, no audit line, nothing typed in the log', async () => {
    await stage.user(KARIN).search({ text: 'avslutssamtal för Torvald' });
    expect(await stage.conversations()).toEqual([]);
    expect(await stage.audit()).toEqual([]);
    expect(stage.log.text()).not.toContain('Torvald');
    expect(stage.log.lines('turn')).toEqual([expect.objectContaining({ kind: 'search', outcome: 'found' })]);
  });

  it('works without storage', async () => {
    stage.storage.fails = () => true;
    expect(titles(await stage.user(KARIN).search({ text: 'avslutssamtal' }))?.length).toBeGreaterThan(0);
  });
});

describe('who may search', () => {
  it('somebody whom the directory does not know may', async () => {
    expect(titles(await stage.user(STRANGER).search({ text: 'avslutssamtal' }))?.length).toBeGreaterThan(0);
  });

  it('a guest of another tenant may not', async () => {
    const guest = stage.user({ id: KARIN.id, name: 'Gäst' }, { tenantId: OTHER_TENANT });
    expect(extension(await guest.search({ text: 'avslutssamtal' }))).toEqual({
      type: 'message',
      text: 'Den här assistenten är bara för anställda i organisationen, så jag kan inte svara dig.',
    });
  });

  it('nobody may whose role the policy does not name', async () => {
    const rule = POLICY['ask.search'] as Record<string, string>;
    const before = { ...rule };
    for (const role of Object.keys(rule)) delete rule[role];
    try {
      expect(extension(await stage.user(KARIN).search({ text: 'avslutssamtal' }))).toEqual({
        type: 'message',
        text: 'Det här får din roll inte göra. Fråga HR om du tror att det är fel.',
      });
    } finally {
      Object.assign(rule, before);
    }
  });
});

describe('a search that cannot be read', () => {
  it('of an unknown command says that the app is old', async () => {
    expect(extension(await stage.user(KARIN).search({ commandId: 'findPlan', text: 'a' })).text).toBe(
      'Sökningen hör till en äldre version av appen. Uppdatera appen i Teams.',
    );
  });

  it.each([
    ['without command', { parameters: [] }],
    ['with a negative page', { commandId: 'findRoutine', queryOptions: { skip: -1, count: 25 } }],
    ['with no value', undefined],
  ])('%s is answered 400 and counted', async (_what, value) => {
    const karin = stage.user(KARIN);
    const conversation = { id: karin.conversationId, conversationType: 'personal', tenantId: karin.member.tenantId };
    const { status } = await karin.raw({
      type: 'invoke',
      name: 'composeExtension/query',
      id: 'f:1',
      channelId: 'msteams',
      serviceUrl: stage.connector.serviceUrl,
      from: karin.member,
      recipient: { id: '28:ubara-assistenten' },
      conversation,
      value,
    });
    expect(status).toBe(400);
    expect(stage.log.lines('turn')).toEqual([expect.objectContaining({ kind: 'search', outcome: 'malformed' })]);
  });

  it('takes a page without size for one of 25, and a greedy one too', async () => {
    expect(extension(await stage.user(KARIN).search({ count: 5000 })).type).toBe('result');
  });
});
