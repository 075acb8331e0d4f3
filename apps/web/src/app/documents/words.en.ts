import type { words as swedish } from './words.sv';
import { description } from './description-words.en';
import { cite, coverage, reading, search } from './reading-words.en';
import { requests } from './requests-words.en';
import { upload } from './upload-words.en';

export const words: typeof swedish = { requests, upload, description, reading, search, cite, coverage };
