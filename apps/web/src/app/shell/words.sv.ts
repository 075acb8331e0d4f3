import { words as archive } from '../archive/words.sv';
import { words as consensus } from '../consensus/words.sv';
import { words as documents } from '../documents/words.sv';
import { words as evaluation } from '../evaluation/words.sv';
import { words as http } from '../http/words.sv';
import { words as instrument } from '../instrument/words.sv';
import { words as interviews } from '../interviews/words.sv';
import { words as people } from '../people/words.sv';
import { words as report } from '../report/words.sv';
import { words as scoring } from '../scoring/words.sv';
import { words as shell } from './own-words.sv';

/** Every topic keeps its own words; this joins them under the topic's name: `scoring.seal`. */
export const words = { archive, consensus, documents, evaluation, http, instrument, interviews, people, report, scoring, shell };
