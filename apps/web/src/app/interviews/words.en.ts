import { guest } from './guest-words.en';
import { guide, notes, sheet, ways } from './notes-words.en';
import type { words as swedish } from './words.sv';

export const words: typeof swedish = { guest, guide, notes, sheet, ways };
