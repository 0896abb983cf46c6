import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { innerEdges } from './edges.js';

const edges = await innerEdges();
/** Of each edge one input for so many of its share; `npm run test:long` gives them a hundred times as many. */
const RUNS = 1000;

describe('whatever comes in', () => {
  it.each(edges.map((edge) => [edge.name, edge] as const))(
    'as %s is read or refused, and nothing is thrown',
    async (_name, { share, property }) => {
      await fc.assert(property, { numRuns: Math.ceil((RUNS * share) / 1000), seed: 1 });
    },
  );

  it('is enough: all edges together get a thousand inputs here and over a hundred thousand by night', () => {
    const shares = edges.reduce((sum, { share }) => sum + share, 0);
    expect(shares).toBeGreaterThan(850);
  });
});
