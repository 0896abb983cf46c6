import type { Answered, ReadAnswered } from '../../hr/answered.js';
import type { Release } from '../figures.js';
import type { PictureStore } from '../store.js';

/** What releases of scores tell of how many answered in a tertial, and nothing smaller. Pure. */
export function answeredIn(scores: readonly Release[], tertial: string): Answered {
  const release = scores.find(({ tertials }) => tertials.includes(tertial));
  if (!release) return 'later';
  return release.tertials.length > 1 ? 'together' : { answers: release.whole.answers ?? 0, invited: release.invited };
}

export function createReadAnswered(store: Pick<PictureStore, 'closed'>): ReadAnswered {
  return async (organisation) => {
    const scores = (await store.closed(organisation)).flatMap((one) => one.scores ?? []);
    return (tertial) => answeredIn(scores, tertial);
  };
}
