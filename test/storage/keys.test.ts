import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeKey, encodeKey, newestFirst, oldestFirst } from '../../src/storage/keys.js';

/** Letters that Azure Tables refuses, ours that mean something in a key, and some of everything else. */
const letter = fc.oneof(
  fc.constantFrom(
    '/',
    '\\',
    '#',
    '?',
    '~',
    '|',
    '}',
    '%',
    "'",
    '+',
    ' ',
    'å',
    'ä',
    'ö',
    'Å',
    'e5',
    '🙂',
    '\u0000',
    '\t',
    '\u007f',
    '\u009f',
    '\ud800',
  ),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
const part = fc
  .array(letter, { minLength: 1, maxLength: 6 })
  .map((letters) => letters.join(''))
  .filter((text) => text !== '');
const parts = fc.array(part, { minLength: 1, maxLength: 4 });
const composed = (list: readonly string[]) => list.map((text) => text.normalize('NFC'));

describe('encodeKey', () => {
  it('is undone by decodeKey', () => {
    fc.assert(fc.property(parts, (list) => void expect(decodeKey(encodeKey(...list))).toEqual(composed(list))));
  });

  it('gives different keys to different parts', () => {
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        fc.pre(JSON.stringify(composed(one)) !== JSON.stringify(composed(other)));
        expect(encodeKey(...one)).not.toBe(encodeKey(...other));
      }),
    );
  });

  it('writes only letters that Azure Tables takes', () => {
    fc.assert(fc.property(parts, (list) => void expect(encodeKey(...list)).toMatch(/^[A-Za-z0-9:._@ +=,~|-]+$/)));
  });

  it.each([
    [['abc'], 'abc'],
    [['Älvsjö', 'a b'], '~c4~lvsj~f6~|a b'],
    [['29:1a-B_c', 'x@y.se'], '29:1a-B_c|x@y.se'],
    [['a/b\\c#d?e'], 'a~2f~b~5c~c~23~d~3f~e'],
    [['~|', '\n'], '~7e~~7c~|~a~'],
    [['🙂'], '~1f642~'],
  ])('writes %j as %s', (list, key) => expect(encodeKey(...list)).toBe(key));

  it.each([
    [['a|b'], ['a', 'b']],
    [['~e5~'], ['å']],
    [
      ['a', 'b', 'c'],
      ['a', 'b|c'],
    ],
    [['~'], ['~7e~']],
    [['A'], ['a']],
  ])('tells %j from %j', (one, other) => expect(encodeKey(...one)).not.toBe(encodeKey(...other)));

  it('takes an å of two signs for the å of one', () => {
    expect(encodeKey('A\u030alstensskolan')).toBe(encodeKey('Ålstensskolan'));
  });

  it('refuses an empty part and no part', () => {
    expect(() => encodeKey('a', '')).toThrow(
      expect.objectContaining({ code: 'key_invalid', message: 'A part of a storage key is empty.' }),
    );
    expect(() => encodeKey()).toThrow(
      expect.objectContaining({ code: 'key_invalid', message: 'A storage key has no parts.' }),
    );
  });

  it('takes a key of 1 KiB and refuses a longer one', () => {
    const tooLong = expect.objectContaining({
      code: 'key_invalid',
      message: `A storage key is longer than 512 characters: ${'a'.repeat(40)}…`,
    }) as Error;
    expect(encodeKey('a'.repeat(512))).toHaveLength(512);
    expect(() => encodeKey('a'.repeat(513))).toThrow(tooLong);
    expect(() => encodeKey('a'.repeat(256), 'a'.repeat(256))).toThrow(tooLong);
    expect(encodeKey('å'.repeat(128))).toHaveLength(512);
    expect(() => encodeKey('å'.repeat(129))).toThrow(expect.objectContaining({ code: 'key_invalid' }));
  });
});

describe('newestFirst', () => {
  it('sorts a later moment before an earlier one', () => {
    const moment = fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, moment, (one, other) => {
        expect(newestFirst(one) < newestFirst(other)).toBe(one > other);
        expect(newestFirst(one)).toHaveLength(15);
      }),
    );
  });

  it('counts milliseconds down', () =>
    expect(newestFirst(new Date('2025-03-03T09:00:00.001Z'))).toBe('998259007599998'));

  it.each([new Date('1969-12-31'), new Date('nonsense')])('refuses %s', (at) => {
    expect(() => newestFirst(at)).toThrow(expect.objectContaining({ code: 'key_invalid' }));
  });
});

describe('oldestFirst', () => {
  it('sorts an earlier moment before a later one', () => {
    const moment = fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, moment, (one, other) => {
        expect(oldestFirst(one) < oldestFirst(other)).toBe(one < other);
        expect(oldestFirst(one)).toHaveLength(15);
      }),
    );
  });

  it.each([new Date('1969-12-31'), new Date('nonsense')])('refuses %s', (at) => {
    expect(() => oldestFirst(at)).toThrow(expect.objectContaining({ code: 'key_invalid' }));
  });
});
