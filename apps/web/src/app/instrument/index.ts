export { FaultWords } from './fault-words';
export { keptOf } from './kept-draft';
export { sideTitle } from './side-title';
/** Packs rows as a workbook; read only when asked for, so that it is not in the first bundle. */
export const workbookParts = () => import('./workbook-parts');
