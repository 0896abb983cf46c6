import { describe, expect, it } from 'vitest';
import { loadCards } from '../../src/cards/index.js';
import { elementsOf, type JsonObject } from '../../src/cards/json.js';
import { folderWith, text } from './card-folder.js';

const button = { type: 'Action.Execute', verb: 'a.b', title: 'x', data: { id: '${own.id}', typed: '${own.typed}' } };
const body = [text('${name}'), { type: 'ActionSet', actions: [button] }];
const cards = () => loadCards(folderWith(body));

/** What the button of the card sends. */
const dataOf = (card: JsonObject) => JSON.stringify(elementsOf(card).find(({ verb }) => verb === 'a.b')?.data);

describe('values of one sending', () => {
  it('stand where the template reads them, exactly as given', () => {
    const own = { id: '1', typed: '*a* ${name} "b" \\ $& $1 \n å😀' };
    const card = cards().bind({ template: 'demo/card', data: { name: 'Elin' }, own }, 'sv');
    expect(dataOf(card)).toBe(JSON.stringify(own));
  });

  it('differ from sending to sending of the same shared card', () => {
    const loaded = cards();
    const bind = (id: string) =>
      loaded.bind({ template: 'demo/card', data: { name: 'Elin' }, isShared: true, own: { id, typed: '' } }, 'sv');
    const [one, other] = [bind('1'), bind('2')];
    expect([dataOf(one), dataOf(other)]).toEqual(['{"id":"1","typed":""}', '{"id":"2","typed":""}']);
    expect(dataOf(one)).toBe('{"id":"1","typed":""}');
  });

  it('count towards the size of the card', () => {
    const own = { id: '1', typed: 'å'.repeat(15_000) };
    expect(() => cards().bind({ template: 'demo/card', data: { name: 'Elin' }, isShared: true, own }, 'sv')).toThrow(
      expect.objectContaining({ code: 'card_invalid' }),
    );
  });

  it('cannot be called up by what somebody typed', () => {
    const own = { id: '1', typed: '\uE003id\uE004' };
    const card = cards().bind({ template: 'demo/card', data: { name: 'Elin' }, own }, 'sv');
    expect(dataOf(card)).toBe(JSON.stringify(own));
  });
});
