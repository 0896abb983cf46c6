import { describe, expect, it } from 'vitest';
import { answerTo } from '../engine.js';

const toldBy = (...turns: readonly string[]) => {
  const { kind, title, text, facts, citations } = answerTo(...turns);
  return { kind, title, text: text.replaceAll('\u00a0', ' '), values: facts.map(({ value }) => value), citations };
};

describe('several questions in one', () => {
  it('are answered one after the other, each with its own place and time', () => {
    const { kind, text, values, citations } = toldBy(
      'Hur hög var personalomsättningen i Hägersten-Älvsjö 2024, och hur många anställda har Norra innerstaden?',
    );
    expect(kind).toBe('statistic');
    expect(values).toContain(2.48);
    expect(values).toContain(2100);
    // How many work in the whole of Hägersten-Älvsjö was not asked.
    expect(text).not.toMatch(/2 859|Siffra saknas/);
    expect(citations.map(({ n }) => n)).toEqual([1, 2]);
    expect(text).toMatch(/2 100\*\* \[2\]/);
  });

  it.each([
    [
      'a number of users and one of staff, after a remark',
      'Hur stor koloss är hemtjänsten i Hägersten-Älvsjö? Enligt berättelsen för 2022 vill jag ha antalet brukare samt hur många vårdbiträden och undersköterskor det är tillsammans.',
      [850, 180],
    ],
    [
      'outcome and goal, then from which to which group it ranges',
      'Tryggheten i Hägersten-Älvsjös hemtjänst 2022: utfall, årsmål, och hur stort var spannet mellan arbetsgrupperna?',
      [84, 79, 63],
    ],
    [
      'people of a department named in the sentence before',
      'Stödfunktionerna i Hägersten-Älvsjö har bantats, va? Hur många var de 2023 och hur många 2024?',
      [83, 62],
    ],
  ])('%s', (_, question, values) => {
    const told = toldBy(question);
    expect(told.kind).toBe('statistic');
    expect(told.values).toEqual(expect.arrayContaining(values));
  });

  it.each([
    'Hur hög var personalomsättningen i Hägersten-Älvsjö 2024, och hur många kockar har Norra innerstaden?',
    'Hur många kockar har Norra innerstaden, och hur hög var personalomsättningen i Hägersten-Älvsjö 2024?',
    'Hur många anställda har stödfunktionerna i Hägersten-Älvsjö 2023, och hur många av dem är kockar?',
  ])('are refused where one of them has no figure: %s', (question) => {
    expect(['unknown', 'clarify']).toContain(toldBy(question).kind);
  });

  it('two that have the same value are both told', () => {
    const { values } = toldBy(
      'Vad är årsmålet för trygghet i Hägersten-Älvsjö grupp- och servicebostäder 2024, vad är det för bemötande, och hur många anställda har Norra innerstaden?',
    );
    expect(values.filter((value) => value === 90)).toHaveLength(2);
    expect(values).toContain(2100);
  });

  it('the next turn goes on about the last of them', () => {
    const { values } = toldBy(
      'Hur hög var personalomsättningen i Hägersten-Älvsjö 2024, och hur många anställda har förskolan i Hägersten-Älvsjö 2024?',
      'Och äldreomsorgen?',
    );
    expect(values[0]).toBe(698);
  });
});

it('from which to which group it ranges is no goal, after one', () => {
  const { values } = toldBy(
    'Vad är årsmålet för tryggheten i Hägersten-Älvsjös hemtjänst 2022?',
    'Och hur stort var spannet mellan arbetsgrupperna?',
  );
  expect(values[0]).toBe(63);
});
