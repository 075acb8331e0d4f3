export { ReadingPane } from './reading-pane';
export { placeFrom, type Passage, type Spot } from './reading-passage';
export { SearchPanel } from './search-panel';
