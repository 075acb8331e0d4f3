export { FaultWords } from './fault-words';
export { keptOf } from './kept-draft';
export { sideTitle } from './side-title';
