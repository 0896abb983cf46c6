import fc from 'fast-check';
import { describe, it } from 'vitest';
import { useStage } from '../bot/support/stage.js';
import { checkDoors } from './door-checks.js';
import { innerEdges } from './edges.js';

/** Together over a hundred thousand inputs, other ones each time; a failure names its seed. */
const THOUSANDS = 95;
const edges = await innerEdges();

describe('whatever comes in by night', () => {
  it.each(edges.map((edge) => [edge.name, edge] as const))(
    'as %s is read or refused',
    async (_name, { share, property }) => {
      await fc.assert(property, { numRuns: THOUSANDS * share });
    },
  );
});

describe('the bot over HTTP by night', () => {
  checkDoors(useStage(), THOUSANDS);
});
