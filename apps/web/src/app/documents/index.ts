export { CiteNote } from './cite-note';
export { placeQuery, type CitedPlace, type Passage, type Spot } from './reading-passage';
