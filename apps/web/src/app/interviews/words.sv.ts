import { guest } from './guest-words.sv';
import { guide, notes, sheet, ways } from './notes-words.sv';
import { care } from './personal-words.sv';
import { outbox, people, plan } from './plan-words.sv';

export const words = { care, guest, guide, notes, outbox, people, plan, sheet, ways };
