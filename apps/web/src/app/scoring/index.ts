export { ScoreSheetStore } from './score-sheet-store';
