import { describe, expect, it } from 'vitest';
import { presetTraits, traitsAsked, traitsOf } from '../../../src/exit/start/presets.js';
import { loadChecklist } from '../../../src/knowledge/index.js';
import { KARIN, SARA } from '../../bot/support/people.js';

const checklist = loadChecklist('knowledge');
const as = (occupationalGroup: string, more: Partial<typeof SARA> = {}) =>
  presetTraits({ ...SARA, function: occupationalGroup, occupationalGroup, ...more });

describe('what is proposed of a person', () => {
  it.each([
    ['Undersköterska', ['vård', 'konto']],
    ['Stödassistent', ['vård', 'konto']],
    ['Barnskötare', ['konto']],
    ['Socialsekreterare', ['myndighetsutövning', 'kontor', 'konto']],
    ['Systemförvaltare', ['kontor', 'konto']],
  ])('of %s is %j', (group, traits) => {
    expect(as(group)).toEqual(traits);
  });

  it('of a manager is the manager role and the right to approve', () => {
    expect(presetTraits(KARIN)).toEqual(['chef', 'attest', 'kontor', 'konto']);
  });

  it('is never a union post nor an age, whatever the title says', () => {
    expect(as('Facklig förtroendevald, 69 år')).not.toEqual(expect.arrayContaining(['facklig']));
    expect(as('Skyddsombud')).toEqual(['kontor', 'konto']);
  });
});

describe('what is asked', () => {
  it('is what changes the list of that kind, and never how long somebody was employed', () => {
    expect(traitsAsked(checklist, 'egen uppsägning')).toEqual([
      ...['chef', 'attest', 'systemroll', 'myndighetsutövning', 'vård', 'facklig', 'kontor', 'konto'],
      ...['fyller 69', 'begäran'],
    ]);
    expect(traitsAsked(checklist, 'intern rörlighet')).toEqual(['systemroll', 'kontor']);
    expect(traitsAsked(checklist, 'visstid')).not.toContain('chef');
  });
});

describe('what is stored', () => {
  it.each([
    ['2026-05-30', true],
    ['2026-05-31', false],
    ['2021-08-16', true],
  ])('says of somebody employed from %s that it is six months on 2026-11-30: %s', (employedFrom, isLong) => {
    const traits = traitsOf(['konto'], ['konto'], { employedFrom, lastDay: '2026-11-30' });
    expect(traits).toEqual(isLong ? ['konto', 'sex månader'] : ['konto']);
  });

  it('is nothing that was not asked', () => {
    const days = { employedFrom: '2026-11-01', lastDay: '2026-11-30' };
    expect(traitsOf(['chef', 'sex månader', 'påhittat', 'kontor'], ['kontor', 'konto'], days)).toEqual(['kontor']);
  });
});
