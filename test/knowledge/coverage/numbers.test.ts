import { describe, expect, it } from 'vitest';
import {
  digitsOf,
  numbersIn,
  takeNumber,
  takeText,
  takeWord,
  valueOf,
  wordsOf,
} from '../../../src/knowledge/coverage/numbers.js';

describe('numbersIn', () => {
  it.each([
    ['Sjukfrånvaro 8,2 % och 7.72 %', ['8,2', '7.72']],
    ['Dag1-14, R12, CO2', ['1', '14', '12', '2']],
    ['Två möten, en två-dagars kurs och hälften', ['Två', 'två-dagars', 'hälften']],
    ['en medarbetare, ett möte, alla, ingen', []],
    ['fyrahundra trevliga femmor', []],
  ])('reads %j', (line, numbers) => {
    expect(numbersIn(line)).toEqual(numbers);
  });
});

describe('how a value may be written', () => {
  it.each([
    ['8.2', ['8,2', '8.2']],
    ['75', ['75']],
    ['10850', ['10850', '10 850']],
    ['1250000.5', ['1250000,5', '1250000.5', '1 250 000,5', '1 250 000.5']],
  ])('writes %s in digits', (value, digits) => {
    expect(digitsOf(value)).toEqual(digits);
  });

  it('writes it as a word where there is one', () => {
    expect(wordsOf('7')).toEqual(['sju', 'sjuårsperiod']);
    expect(wordsOf('13')).toEqual([]);
  });

  it('reads it back', () => {
    expect([valueOf('8,2'), valueOf('Två'), valueOf('tioprocentig'), valueOf('13')]).toEqual(['8.2', '2', '10', '13']);
  });
});

describe('taking a number from a line', () => {
  const blank = (line: string | undefined) => line?.replaceAll('\u0000', '_');

  it('blanks the first occurrence only', () => {
    expect(blank(takeNumber('79 % 79 %', '79'))).toBe('__ % 79 %');
  });

  it.each([
    ['a longer number', '179 %'],
    ['decimals', '8,79 och 79,5'],
  ])('leaves %s alone', (_, line) => {
    expect(takeNumber(line, '79')).toBeUndefined();
  });

  it('takes a number at the end of a sentence', () => {
    expect(blank(takeNumber('AMI på 73.', '73'))).toBe('AMI på __.');
  });

  it('takes text around a number, but no part of a longer one', () => {
    expect(blank(takeText('2024-06 och 12024-06', '2024-06'))).toBe('_______ och 12024-06');
    expect(takeText('R120', 'R12')).toBeUndefined();
    expect(takeText('8,5 %', '8')).toBeUndefined();
  });

  it('takes a whole word in any case', () => {
    expect(blank(takeWord('Tvåan har två', 'två'))).toBe('Tvåan har ___');
    expect(takeWord('trevlig', 'tre')).toBeUndefined();
  });
});
