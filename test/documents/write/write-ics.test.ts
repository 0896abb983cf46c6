import { Buffer } from 'node:buffer';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { stockholmMoment } from '../../../src/calendar/index.js';
import { writeIcs, type WrittenEvent } from '../../../src/documents/index.js';

const EVENT: WrittenEvent = {
  uid: 'exit-talk-case-1@ubara',
  sequence: 0,
  start: stockholmMoment('2026-11-17', '10:00'),
  minutes: 60,
  title: 'Avslutssamtal med Åsa Öström',
  description: 'Frivilligt; ni bestämmer vad som får föras vidare.\nTa med en kopp kaffe.',
  place: 'Rum 3, plan 2',
  writtenAt: new Date('2026-10-14T08:12:00Z'),
};

async function written(changes: Partial<WrittenEvent> = {}) {
  const text = Buffer.from(await writeIcs({ ...EVENT, ...changes })).toString('utf8');
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return { text, calendar, event: new ICAL.Event(calendar.getFirstSubcomponent('vevent')!) };
}

describe('writeIcs', () => {
  it('is read back by another library as it was meant', async () => {
    const { calendar, event } = await written();
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect([event.uid, event.sequence]).toEqual([EVENT.uid, 0]);
    expect(event.summary).toBe(EVENT.title);
    expect(event.description).toBe(EVENT.description);
    expect(event.location).toBe(EVENT.place);
    expect(event.startDate.toJSDate()).toEqual(EVENT.start);
    expect(event.duration.toSeconds()).toBe(3600);
    expect(calendar.getFirstSubcomponent('vevent')!.getFirstPropertyValue('class')).toBe('PRIVATE');
  });

  it('keeps the hour of the wall clock on both sides of the change to winter time', async () => {
    const { event: summer } = await written({ start: stockholmMoment('2026-10-23', '09:30') });
    const { event: winter } = await written({ start: stockholmMoment('2026-10-26', '09:30') });
    expect([summer.startDate, winter.startDate].map(String)).toEqual(['2026-10-23T07:30:00Z', '2026-10-26T08:30:00Z']);
  });

  it('changes the appointment that the calendar has: same UID, higher SEQUENCE', async () => {
    const [first, second] = [await written(), await written({ sequence: 1, minutes: 45 })];
    expect(second.event.uid).toBe(first.event.uid);
    expect(second.event.sequence).toBe(1);
    expect(second.event.duration.toSeconds()).toBe(2700);
  });

  it('folds lines at 75 octets, also where letters take two, ends them as the standard wants, and says when it was made', async () => {
    const { text, event } = await written({ title: 'åäö '.repeat(60).trim(), place: `Rum; "4", ${'ö'.repeat(90)}` });
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(event.summary).toBe('åäö '.repeat(60).trim());
    expect(event.location).toBe(`Rum; "4", ${'ö'.repeat(90)}`);
    expect(text).toContain('DTSTAMP:20261014T081200Z');
  });

  it.each([0, -5, 1.5, Number.NaN])('refuses %s minutes', async (minutes) => {
    await expect(writeIcs({ ...EVENT, minutes })).rejects.toThrow(RangeError);
  });
});
