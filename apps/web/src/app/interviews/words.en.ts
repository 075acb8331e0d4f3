import { guest } from './guest-words.en';
import { guide, notes, sheet, ways } from './notes-words.en';
import { care } from './personal-words.en';
import { outbox, people, plan } from './plan-words.en';
import type { words as swedish } from './words.sv';

export const words: typeof swedish = { care, guest, guide, notes, outbox, people, plan, sheet, ways };
