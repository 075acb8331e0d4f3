import { guest } from './guest-words.sv';
import { guide, notes, sheet, ways } from './notes-words.sv';
import { outbox, people, plan } from './plan-words.sv';

export const words = { guest, guide, notes, outbox, people, plan, sheet, ways };
