import type { words as swedish } from './words.sv';
import { description } from './description-words.en';
import { cite, coverage, place, reading, search } from './reading-words.en';
import { reminders } from './reminders-words.en';
import { requests } from './requests-words.en';
import { upload } from './upload-words.en';
import { web } from './web-copy-words.en';

export const words: typeof swedish = { requests, reminders, upload, web, description, reading, place, search, cite, coverage };
