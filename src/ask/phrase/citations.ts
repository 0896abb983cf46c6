import type { Citation } from '../../actions/index.js';
import type { Source } from '../knowledge.js';

/** Collects the sources of one answer and numbers them in the order in which they are named. */
export class CitationList {
  readonly #byKey = new Map<string, Citation>();

  /** The number of this source and section, a new one at first mention. `abstract` says what it holds, in our own words. */
  cite(source: Source, section: string, abstract: string): number {
    const key = `${source.id}\n${section}`;
    const known = this.#byKey.get(key);
    if (known) return known.n;
    const n = this.#byKey.size + 1;
    this.#byKey.set(key, {
      n,
      document: source.id,
      title: source.title,
      year: source.year,
      section,
      abstract,
      url: source.url,
    });
    return n;
  }

  all(): Citation[] {
    return [...this.#byKey.values()];
  }
}
