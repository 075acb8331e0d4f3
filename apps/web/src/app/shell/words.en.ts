import { words as archive } from '../archive/words.en';
import { words as consensus } from '../consensus/words.en';
import { words as documents } from '../documents/words.en';
import { words as evaluation } from '../evaluation/words.en';
import { words as http } from '../http/words.en';
import { words as instrument } from '../instrument/words.en';
import { words as interviews } from '../interviews/words.en';
import { words as people } from '../people/words.en';
import { words as report } from '../report/words.en';
import { words as scoring } from '../scoring/words.en';
import { words as shell } from './own-words.en';

/** Every topic keeps its own words; this joins them under the topic's name: `scoring.seal`. */
export const words = { archive, consensus, documents, evaluation, http, instrument, interviews, people, report, scoring, shell };
