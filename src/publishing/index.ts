export { publishingFeature } from './feature.js';
export { createLivePublished, type LivePublished } from './live-published.js';
export type { PublishParts } from './publish.js';
export type { Publication, PublishedStore, StoredPublication } from './published-store.js';
