export {
  describeContents,
  describeFile,
  type FilePlan,
  headingsIn,
  planFile,
  rehearseImport,
  type SourceFile,
} from './import/index.js';
export { createLivePassages, type LivePassages } from './live-passages.js';
export { type Passage, type Piece, wordsIn } from './passage.js';
export type { ImportedDocument, NewDocument, PassageStore } from './passage-store.js';
export { splitPassages } from './split-passages.js';
