export { CiteNote } from './cite-note';
export { ReadingPane } from './reading-pane';
export { placeFrom, placeQuery, type CitedPlace, type Passage, type Spot } from './reading-passage';
export { SearchPanel } from './search-panel';
