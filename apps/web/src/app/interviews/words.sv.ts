import { guest } from './guest-words.sv';
import { guide, notes, sheet, ways } from './notes-words.sv';

export const words = { guest, guide, notes, sheet, ways };
