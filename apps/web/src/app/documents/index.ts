export { CiteNote } from './cite-note';
export { ReadingPane } from './reading-pane';
export { placeQuery, type CitedPlace, type Passage } from './reading-passage';
export { SearchPanel } from './search-panel';
