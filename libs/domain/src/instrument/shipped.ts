import type { Instrument } from './instrument-schema';
import area1 from './shipped/criteria/area-1.json' with { type: 'json' };
import area2 from './shipped/criteria/area-2.json' with { type: 'json' };
import area3 from './shipped/criteria/area-3.json' with { type: 'json' };
import area4 from './shipped/criteria/area-4.json' with { type: 'json' };
import area5 from './shipped/criteria/area-5.json' with { type: 'json' };
import area6 from './shipped/criteria/area-6.json' with { type: 'json' };
import area7 from './shipped/criteria/area-7.json' with { type: 'json' };
import area8 from './shipped/criteria/area-8.json' with { type: 'json' };
import guidance from './shipped/guidance.json' with { type: 'json' };
import kk2010 from './shipped/kk-2010.json' with { type: 'json' };
import kk2010Norrkoping from './shipped/kk-2010-norrkoping.json' with { type: 'json' };
import kk2016 from './shipped/kk-2016.json' with { type: 'json' };
import kk2016Nassjo from './shipped/kk-2016-nassjo.json' with { type: 'json' };
import kk2020 from './shipped/kk-2020.json' with { type: 'json' };
import kkPre2010 from './shipped/kk-pre2010.json' with { type: 'json' };
import { withCriteria, type AreaCriteria } from './with-criteria';

/**
 * The instruments that come with the product, oldest revision first. They are data: an evaluation takes a copy of its
 * own, so a later change here never changes a score already given.
 *
 * From print: areas, questions, headings and maxima of revisions 2010 (Norsjö 2015) and 2016 (Örnsköldsvik 2017), each
 * with the one variant whose maxima differ (Norrköping 2010; Nässjö 2019); areas only of the original version and of 2020.
 * Source: domain facts, sections 1.1-1.3 and 2.2; every instrument names its own in `sources`.
 *
 * OURS, not from print: the short labels, the English, and the criteria. The real template is not public, so in the
 * printed revisions every question has one criterion, itself; `kk-2016-v2` and `kk-2010-v2`, which supersede them, have
 * 168 criteria each in our own words, with anchors, what to look for, examples and introductions. All are judged on system
 * and deployment; in about half of the questions (22 of 45 in 2010, 23 in 2016), those about systematic ways of working
 * that leave measurable results, also on results and evaluation. Which half is our judgement; the owner of an instrument
 * may replace it.
 */
const criteria: readonly AreaCriteria[] = [area1, area2, area3, area4, area5, area6, area7, area8];

// JSON widens the names of dimensions to `string`; shipped.spec.ts parses every file with instrumentSchema.
export const shippedInstruments: readonly Instrument[] = [
  kkPre2010 as Instrument,
  kk2010 as Instrument,
  kk2010Norrkoping as Instrument,
  kk2016 as Instrument,
  kk2016Nassjo as Instrument,
  kk2020 as Instrument,
  withCriteria(kk2010 as Instrument, '2010', criteria, guidance),
  withCriteria(kk2016 as Instrument, '2016', criteria, guidance),
];

/** The shipped instrument with that id, or undefined. */
export const shippedInstrument = (id: string): Instrument | undefined =>
  shippedInstruments.find((instrument) => instrument.id === id);
