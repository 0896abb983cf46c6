import { describe, expect, it } from 'vitest';
import { loadCards, MAX_CARD_BYTES } from '../../../src/cards/index.js';
import { bytesOf } from '../../../src/cards/json.js';
import { createDirectory } from '../../../src/people/index.js';
import { type RoundItem, roundMessage } from '../../../src/plan/index.js';
import { deputyView } from '../../../src/plan/respond/deputy-view.js';
import { canShow, itemView, valuesOf } from '../../../src/plan/respond/item-view.js';
import { someItem, someResponse, someRound } from '../round/some-items.js';
import { someColleague } from '../round/some-plan.js';

const cards = loadCards('cards');
/** Two bytes a letter, and quotation marks that JSON writes as two. */
const long = (length: number) => 'å"'.repeat(length / 2);
const place = 'Förskolorna i Hägersten, Älvsjö och Örby '.repeat(4);
const wordy = someResponse(1, {
  status: 'avvikelse',
  reason: long(1000),
  comment: long(2000),
  resources: long(500),
  newDue: '2026-09-01',
});
const item = (n: number, more: Partial<RoundItem> = {}) =>
  someItem(n, {
    department: place,
    unit: place,
    text: long(6000),
    goal: long(3000),
    due: { kind: 'unclear', as: long(400) },
    responsible: [long(200), long(200)],
    previous: { round: 'r0', title: long(120), response: wordy },
    response: wordy,
    ...more,
  });
const round = someRound({ title: long(120), message: long(4000), state: 'open' });
const about = {
  round,
  all: [item(1)],
  person: 'rektor-1',
  locale: 'sv',
  now: new Date('2026-04-22T10:00:00Z'),
  directory: createDirectory([]),
} as const;
const problems = ['a'.repeat(300), 'b'.repeat(300), 'c'.repeat(300)];
const bytes = (view: Parameters<typeof cards.bind>[0]) => bytesOf(cards.bind(view, 'sv'));

describe('the largest cards of a round', () => {
  it.each([1, 8, 40, 500])('stay below the limit as an overview of %i items', (count) => {
    const items = Array.from({ length: count }, (_, n) => item(n + 1));
    expect(bytes(roundMessage(round, items, 'rektor-1', { locale: 'sv', note: 'x'.repeat(200) }).card!)).toBeLessThan(
      MAX_CARD_BYTES,
    );
  });

  it('stay below the limit with an answer of the longest texts beside one of the round before', () => {
    expect(bytes(itemView(item(1), about))).toBeLessThan(MAX_CARD_BYTES);
  });

  it('stay below the limit in a conflict of two such answers', () => {
    const typed = valuesOf(item(1), '2026-04-22');
    expect(bytes(itemView(item(1), { ...about, typed, isConflict: true, problems }))).toBeLessThan(MAX_CARD_BYTES);
  });

  it.each([1000, 8000, 9500, 14_000, 20_000])('stay below the limit with %i bytes typed', (typedBytes) => {
    const typed = {
      ...valuesOf(item(1, { response: undefined, previous: undefined }), ''),
      comment: long(Math.floor(typedBytes / 4) * 2),
    };
    const shown = typedBytes < 15_000 ? 's'.repeat(2000) : '';
    expect(canShow(typed, { shown, problems })).toBe(true);
    const isConflict = typedBytes < 9000;
    expect(bytes(itemView(item(1), { ...about, typed, isConflict, problems, shown }))).toBeLessThan(MAX_CARD_BYTES);
  });

  it('stay below the limit with the longest names to hand over to', () => {
    const people = Array.from({ length: 300 }, (_, n) =>
      someColleague(n, { name: 'Å'.repeat(60), function: 'Ä'.repeat(60), unit: 'Ö'.repeat(60) }),
    );
    const view = deputyView(item(1), { round, person: people[0]!, directory: createDirectory(people), left: 2 });
    expect(bytes(view)).toBeLessThan(MAX_CARD_BYTES);
  });
});
