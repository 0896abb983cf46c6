import { describe, expect, it } from 'vitest';
import { type AdaptiveCardJson, checkCard, visibleText } from '../../src/cards/index.js';
import type { WireActivity } from '../support/connector/index.js';
import { KARIN } from './support/people.js';
import { buttonsOf, cardOf, seen } from './support/seen.js';
import { useStage } from './support/stage.js';

const stage = useStage();

interface Claim {
  readonly position: number;
  readonly appearance: {
    readonly name: string;
    readonly abstract: string;
    readonly text?: string;
    readonly url?: string;
  };
}

function claimsOf(message: WireActivity | undefined): readonly Claim[] {
  const roots = (message?.entities ?? []) as unknown as { type: string; citation: Claim[] }[];
  expect(roots.map(({ type }) => type)).toEqual(['https://schema.org/Message']);
  return roots[0]!.citation;
}

describe('a routine answer', () => {
  const ask = async () => (await stage.user(KARIN).say('Vem håller avslutssamtalet?')).replies[0];

  it("carries its sources as Teams' citations, each with its number in the text", async () => {
    const message = await ask();
    const claims = claimsOf(message);
    expect(claims.length).toBeGreaterThan(1);
    expect(message?.text).toBe(`Källor: ${claims.map(({ position }) => `[${position}]`).join(' ')}`);
    expect(claims[0]).toMatchObject({
      '@type': 'Claim',
      position: 1,
      appearance: { '@type': 'DigitalDocument', name: 'Hägersten-Älvsjö, kompetensförsörjningsplan 2025' },
    });
    expect(claims[0]?.appearance.abstract).toContain('3. Avdelningen för förskola › Avsluta: ');
    for (const { appearance } of claims) {
      expect(appearance.name.length).toBeLessThanOrEqual(80);
      expect(appearance.abstract.length).toBeLessThanOrEqual(160);
    }
  });

  it('shows the same numbers on its card', async () => {
    const message = await ask();
    const text = visibleText(cardOf(message));
    for (const { position } of claimsOf(message)) expect(text).toContain(`\n[${position}] Hägersten-Älvsjö, `);
  });

  it('opens a source without address as a card with document and section, without buttons', async () => {
    const [claim] = claimsOf(await ask());
    expect(claim?.appearance.url).toBeUndefined();
    const card = JSON.parse(claim!.appearance.text!) as AdaptiveCardJson;
    expect(checkCard(card)).toEqual([]);
    expect(visibleText(card)).toContain('Avsnitt: 3. Avdelningen för förskola › Avsluta');
    expect(buttonsOf(card)).toEqual([]);
  });

  it('opens it by the button of its own card as well, where buttons go on', async () => {
    const karin = stage.user(KARIN);
    const button = buttonsOf(cardOf((await karin.say('Vem håller avslutssamtalet?')).replies[0])).find(
      ({ verb }) => verb === 'ask.source',
    );
    const { replies } = await karin.press(button!.verb, button!.data);
    expect(seen(replies[0])).toContain('Avsnitt: 3. Avdelningen för förskola › Avsluta');
  });

  it('fits a message of Teams', async () => {
    expect(Buffer.byteLength(JSON.stringify(await ask()))).toBeLessThan(80 * 1024);
  });
});

describe('an answer asked by a button', () => {
  it('repeats the question in its first line, then names its sources', async () => {
    const { replies } = await stage.user(KARIN).press('ask.question', { question: 'Vem håller\navslutssamtalet?' });
    expect(replies[0]?.text).toMatch(/^Din fråga: Vem håller avslutssamtalet\?\n\nKällor: \[1\] \[2\]/);
  });

  it('repeats it where there is no source too', async () => {
    const { replies } = await stage.user(KARIN).press('ask.question', { question: 'Vilken färg har månen?' });
    expect(replies[0]?.text).toBe('Din fråga: Vilken färg har månen?');
    expect(replies[0]).not.toHaveProperty('entities');
  });
});

describe('a figure', () => {
  it('carries its source too', async () => {
    const { replies } = await stage.user(KARIN).say('Hur hög är sjukfrånvaron i förskolan?');
    expect(replies[0]?.text).toBe('Källa: [1]');
    expect(claimsOf(replies[0]).map(({ position }) => position)).toEqual([1]);
  });
});
