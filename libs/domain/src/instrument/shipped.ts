import type { Instrument } from './instrument';
import kk2010 from './shipped/kk-2010.json' with { type: 'json' };
import kk2010Norrkoping from './shipped/kk-2010-norrkoping.json' with { type: 'json' };
import kk2016 from './shipped/kk-2016.json' with { type: 'json' };
import kk2016Nassjo from './shipped/kk-2016-nassjo.json' with { type: 'json' };
import kk2020 from './shipped/kk-2020.json' with { type: 'json' };
import kkPre2010 from './shipped/kk-pre2010.json' with { type: 'json' };

/**
 * The instruments that come with the product, oldest revision first. They are data: an evaluation takes a copy of its
 * own, so a later change here never changes a score already given.
 *
 * From print: areas, questions, headings and maxima of revisions 2010 (Norsjö 2015) and 2016 (Örnsköldsvik 2017), each
 * with the one variant whose maxima differ (Norrköping 2010; Nässjö 2019); areas only of the original version and of 2020.
 * Source: domain facts, sections 1.1-1.3 and 2.2; every instrument names its own in `sources`.
 *
 * OURS, not from print: the short labels, the English, and the criteria. The real template is not public, so every
 * question has one criterion, itself. All are judged on system and deployment; about half (22 of 45 in 2010, 23 in 2016),
 * those about systematic ways of working that leave measurable results, also on results and evaluation. Which half is
 * our judgement; the owner of an instrument may replace it.
 */
// JSON widens the names of dimensions to `string`; shipped.spec.ts parses every file with instrumentSchema.
export const shippedInstruments: readonly Instrument[] = [
  kkPre2010 as Instrument,
  kk2010 as Instrument,
  kk2010Norrkoping as Instrument,
  kk2016 as Instrument,
  kk2016Nassjo as Instrument,
  kk2020 as Instrument,
];

/** The shipped instrument with that id, or undefined. */
export const shippedInstrument = (id: string): Instrument | undefined =>
  shippedInstruments.find((instrument) => instrument.id === id);
