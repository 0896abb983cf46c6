import { describe, expect, it } from 'vitest';
import type { Citation, Feature } from '../../src/actions/index.js';
import { toActivity } from '../../src/bot/outgoing.js';
import { KARIN } from './support/people.js';
import { useStage } from './support/stage.js';

const bind = (view: object, locale: string) => ({ type: 'AdaptiveCard', view, locale });

function citation(n: number, about: Partial<Citation> = {}): Citation {
  return {
    n,
    document: 'ha-2025',
    title: 'Plan',
    year: 2025,
    section: 'Avsluta',
    abstract: 'Vem som gör vad',
    ...about,
  };
}
const citationsOf = (activity: { entities?: readonly unknown[] }) =>
  (activity.entities as [{ citation: { position: number; appearance: Record<string, unknown> }[] }])[0].citation;

const cited: Feature = {
  name: 'test',
  actions: [],
  commands: [
    {
      id: 'test.cite',
      phrases: ['källor'],
      allow: 'ask.question',
      handle: () => ({
        post: [
          {
            text: 'Chefen [1], enligt planen [2].',
            citations: [citation(1), citation(2, { url: 'https://plan.example/' }), citation(3)],
          },
        ],
      }),
    },
  ],
};
const stage = useStage({ features: [cited] });

describe('a message', () => {
  it('of text alone is Markdown in the language of the conversation', () => {
    expect(toActivity({ text: 'Hej' }, 'sv', bind)).toEqual({
      type: 'message',
      locale: 'sv-SE',
      text: 'Hej',
      textFormat: 'markdown',
    });
  });

  it('brings its card as an attachment, and its summary', () => {
    const card = { template: 'ask/help', data: {} };
    expect(toActivity({ card, summary: 'Hjälp' }, 'en', bind)).toEqual({
      type: 'message',
      locale: 'en-GB',
      summary: 'Hjälp',
      attachments: [
        {
          contentType: 'application/vnd.microsoft.card.adaptive',
          content: { type: 'AdaptiveCard', view: card, locale: 'en' },
        },
      ],
    });
  });

  it('that says its language is bound in it', () => {
    const activity = toActivity({ card: { template: 'ask/help', data: {} }, locale: 'en' }, 'sv', bind);
    expect(activity).toMatchObject({ locale: 'en-GB', attachments: [{ content: { locale: 'en' } }] });
  });
});

describe('citations', () => {
  it('are one root entity, as Teams wants it', () => {
    const { entities } = toActivity(
      { text: 'Se [1].', citations: [citation(1, { url: 'https://plan.example/' })] },
      'sv',
      bind,
    );
    expect(entities).toEqual([
      {
        type: 'https://schema.org/Message',
        '@type': 'Message',
        '@context': 'https://schema.org',
        '@id': '',
        citation: [
          {
            '@type': 'Claim',
            position: 1,
            appearance: {
              '@type': 'DigitalDocument',
              name: 'Plan 2025',
              abstract: 'Avsluta: Vem som gör vad',
              url: 'https://plan.example/',
            },
          },
        ],
      },
    ]);
  });

  it('are only those whose number stands in the text', () => {
    const activity = toActivity(
      { text: 'Se [2] och [11].', citations: [1, 2, 11].map((n) => citation(n)) },
      'sv',
      bind,
    );
    expect(citationsOf(activity).map(({ position }) => position)).toEqual([2, 11]);
  });

  it.each([
    ['the text names none', 'Ingen källa.'],
    ['there is no text', undefined],
  ])('are left out when %s', (_when, text) => {
    expect(toActivity({ text, citations: [citation(1)] }, 'sv', bind)).not.toHaveProperty('entities');
  });

  it('are twenty at most', () => {
    const numbers = Array.from({ length: 25 }, (_, index) => index + 1);
    const text = numbers.map((n) => `[${n}]`).join(' ');
    const activity = toActivity({ text, citations: numbers.map((n) => citation(n)) }, 'sv', bind);
    expect(citationsOf(activity).map(({ position }) => position)).toEqual(numbers.slice(0, 20));
  });

  it.each([
    ['fit exactly', [75, 157], ['T'.repeat(75) + ' 2025', `S: ${'A'.repeat(157)}`]],
    ['are cut to 80 and 160 signs', [76, 158], ['T'.repeat(76) + ' 20…', `S: ${'A'.repeat(156)}…`]],
  ])('have a name and an abstract that %s', (_how, [title = 0, abstract = 0], expected) => {
    const long = citation(1, { title: 'T'.repeat(title), abstract: 'A'.repeat(abstract), section: 'S' });
    const [cited] = citationsOf(toActivity({ text: '[1]', citations: [long] }, 'sv', bind));
    expect([cited!.appearance.name, cited!.appearance.abstract]).toEqual(expected);
  });

  it('without an abstract name the section, which Teams does not do without', () => {
    const activity = toActivity({ text: '[1]', citations: [citation(1, { abstract: '' })] }, 'sv', bind);
    expect(citationsOf(activity)[0]!.appearance.abstract).toBe('Avsluta');
  });

  it('are never cut in the middle of a sign', () => {
    const long = citation(1, { section: '', abstract: `${'A'.repeat(158)}😀😀` });
    const [cited] = citationsOf(toActivity({ text: '[1]', citations: [long] }, 'sv', bind));
    expect(cited!.appearance.abstract).toBe(`${'A'.repeat(158)}…`);
  });

  it('without address open a card, as long as the message does not grow too large', () => {
    const withCard = (n: number) => citation(n, { card: { template: 'ask/source', data: { long: 'x'.repeat(9000) } } });
    const numbers = [1, 2, 3, 4, 5, 6];
    const text = numbers.map((n) => `[${n}]`).join(' ');
    const cited = citationsOf(toActivity({ text, citations: numbers.map(withCard) }, 'en', bind));
    expect(cited).toHaveLength(6);
    expect(cited.map(({ appearance }) => 'text' in appearance)).toEqual([true, true, true, true, false, false]);
    expect(cited[0]!.appearance.encodingFormat).toBe('application/vnd.microsoft.card.adaptive');
    expect(JSON.parse(cited[0]!.appearance.text as string)).toMatchObject({ type: 'AdaptiveCard', locale: 'en' });
  });

  it('with an address open that, not a card', () => {
    const both = citation(1, { url: 'https://plan.example/', card: { template: 'ask/source', data: {} } });
    const [cited] = citationsOf(toActivity({ text: '[1]', citations: [both] }, 'sv', bind));
    expect(cited!.appearance).toMatchObject({ url: 'https://plan.example/' });
    expect(cited!.appearance).not.toHaveProperty('text');
  });

  it('arrive whole in the body of the HTTP request', async () => {
    await stage.user(KARIN).say('källor');
    const [received] = stage.connector.received;
    const body = JSON.parse(received!.raw) as { entities: { '@type': string; citation: object[] }[] };
    expect(body.entities).toHaveLength(1);
    expect(body.entities[0]).toMatchObject({ '@type': 'Message', '@context': 'https://schema.org' });
    expect(body.entities[0]!.citation).toEqual([
      {
        '@type': 'Claim',
        position: 1,
        appearance: { '@type': 'DigitalDocument', name: 'Plan 2025', abstract: 'Avsluta: Vem som gör vad' },
      },
      {
        '@type': 'Claim',
        position: 2,
        appearance: {
          '@type': 'DigitalDocument',
          name: 'Plan 2025',
          abstract: 'Avsluta: Vem som gör vad',
          url: 'https://plan.example/',
        },
      },
    ]);
  });
});
