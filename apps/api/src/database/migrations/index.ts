import { FirstHouse1763769600000 } from './1763769600000-first-house';
import { FrozenColumns1763856000000 } from './1763856000000-frozen-columns';
import { DocumentShelf1763874000000 } from './1763874000000-document-shelf';
import { InstrumentDraft1763877600000 } from './1763877600000-instrument-draft';
import { DocumentRequests1763884800000 } from './1763884800000-document-requests';
import { InterviewDays1763892000000 } from './1763892000000-interview-days';
import { DocumentCare1763901000000 } from './1763901000000-document-care';
import { TextPlaces1763902000000 } from './1763902000000-text-places';
import { WebCopies1763903000000 } from './1763903000000-web-copies';
import { VisitCare1763904000000 } from './1763904000000-visit-care';
import { ProvenLock1763905000000 } from './1763905000000-proven-lock';
import { HeadsInOneGo1763906000000 } from './1763906000000-heads-in-one-go';
import { LinesInOneGo1764004000000 } from './1764004000000-lines-in-one-go';
import { TextJoined1764005000000 } from './1764005000000-text-joined';
import { FirstIn1764006000000 } from './1764006000000-first-in';

/** Every migration, in order. Forward only; never edited once merged. */
export const migrations = [FirstHouse1763769600000, FrozenColumns1763856000000, DocumentShelf1763874000000, InstrumentDraft1763877600000, DocumentRequests1763884800000, InterviewDays1763892000000, DocumentCare1763901000000, TextPlaces1763902000000, WebCopies1763903000000, VisitCare1763904000000, ProvenLock1763905000000, HeadsInOneGo1763906000000, LinesInOneGo1764004000000, TextJoined1764005000000, FirstIn1764006000000];
