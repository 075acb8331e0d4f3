import { description } from './description-words.sv';
import { cite, coverage, reading, search } from './reading-words.sv';
import { requests } from './requests-words.sv';
import { upload } from './upload-words.sv';

export const words = { requests, upload, description, reading, search, cite, coverage };
