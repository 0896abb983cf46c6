import { expect, it } from 'vitest';
import { openTelemetry } from '../../src/telemetry/index.js';
import { startIngestion } from '../support/ingestion.js';

const WHOLES = 200;

/** Follows so many wholes with a part each, of which so many percent are sent; gives what came. */
async function tellWith(sampling: number) {
  const ingestion = await startIngestion();
  const { connectionString } = ingestion;
  const log = { warn: () => undefined } as never;
  const telemetry = await openTelemetry({ connectionString, sampling, role: 'ubara-bot', log });
  const places: (string | undefined)[] = [];
  for (let n = 0; n < WHOLES; n++)
    await telemetry.follow({ name: 'turn press', facts: { kind: 'press' } }, async () => {
      places.push(telemetry.here());
      await telemetry.step('storage find people', {}, async () => undefined);
      telemetry.count('ubara.turns', { kind: 'press' });
    });
  await telemetry.stop();
  await ingestion.stop();
  const told = ingestion.envelopes();
  const tracesOf = (type: string) =>
    told.filter(({ data }) => data.baseType === type).map(({ tags }) => tags['ai.operation.id']!);
  const turns = told.flatMap(({ data }) => data.baseData.metrics ?? []).filter(({ name }) => name === 'ubara.turns');
  return {
    places: places.filter((place) => place !== undefined),
    wholes: tracesOf('RequestData'),
    parts: tracesOf('RemoteDependencyData'),
    counted: turns.reduce((sum, { value }) => sum + value, 0),
  };
}

it('sends none of the traces at 0 percent, a part of them whole at 30, and all at 100; metrics always', async () => {
  const [none, some, all] = [await tellWith(0), await tellWith(30), await tellWith(100)];
  expect([none.wholes, none.parts, none.places]).toEqual([[], [], []]);
  expect(some.wholes.length).toBeGreaterThan(WHOLES * 0.15);
  expect(some.wholes.length).toBeLessThan(WHOLES * 0.5);
  // A trace is sent with all its parts, and only such a one is linked to.
  expect(some.parts.sort()).toEqual(some.wholes.sort());
  expect(some.places.map((place) => place.slice(3, 35)).sort()).toEqual(some.wholes);
  expect([all.wholes.length, all.places.length]).toEqual([WHOLES, WHOLES]);
  expect([none.counted, some.counted, all.counted]).toEqual([WHOLES, WHOLES, WHOLES]);
});
