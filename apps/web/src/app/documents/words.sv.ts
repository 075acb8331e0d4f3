import { description } from './description-words.sv';
import { cite, coverage, place, reading, search } from './reading-words.sv';
import { reminders } from './reminders-words.sv';
import { requests } from './requests-words.sv';
import { upload } from './upload-words.sv';
import { web } from './web-copy-words.sv';

export const words = { requests, reminders, upload, web, description, reading, place, search, cite, coverage };
