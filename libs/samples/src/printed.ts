import evaluations from './printed-evaluations.json' with { type: 'json' };

/** Figures as the report prints them: Swedish comma, percent with or without its sign. */
export interface PrintedFigures {
  readonly achieved: string;
  readonly max: string;
  readonly percent: string;
}

/** One row of a printed point table. */
export interface PrintedRow {
  readonly number: string;
  readonly title: string;
  readonly printed: PrintedFigures;
  readonly achieved: number;
  readonly max: number;
  readonly percent: number;
}

/** One area; only its points where the source gives no more. */
export interface PrintedArea {
  readonly number: number;
  readonly title: string | null;
  readonly total: { readonly achieved: number; readonly max?: number; readonly percent?: number; readonly printed?: PrintedFigures };
  readonly heading_box?: string | null;
  readonly columns?: readonly string[];
  readonly questions?: readonly PrintedRow[];
}

/** What is published of one evaluation. `detail` tells how far down the figures go. */
export interface PrintedEvaluation {
  readonly id: string;
  readonly country: string;
  readonly municipality: string;
  readonly year: number;
  readonly revision: string;
  readonly instrument?: string;
  readonly detail: 'rows' | 'areas' | 'total';
  readonly total: { readonly printed: string | null; readonly value: number | null; readonly computed_from_areas?: number };
  readonly areas?: readonly PrintedArea[];
  /** The same evaluation on the scale used until then, as the same report prints it. */
  readonly parallel_old_scale?: { readonly areas: readonly number[]; readonly printed: readonly string[]; readonly total: number; readonly total_printed: string };
  readonly source: { readonly type: string; readonly file?: string; readonly ref?: string };
  readonly note?: string;
}

/** An area printed with its rows. */
export interface PrintedTable extends PrintedArea {
  readonly total: Required<PrintedArea['total']>;
  readonly questions: readonly PrintedRow[];
}

/** An evaluation printed with all its rows, and the shipped instrument whose maxima it has. */
export interface PrintedReport extends PrintedEvaluation {
  readonly detail: 'rows';
  readonly instrument: string;
  readonly areas: readonly PrintedTable[];
}

/**
 * Published figures of 34 evaluations, 2006-2024: four with all 45 rows, nine with area points, 21 with a total only.
 * Source: published KommunKompassen reports and web pages, named entry by entry in `source`.
 */
export const printedEvaluations = evaluations as unknown as readonly PrintedEvaluation[];

/** The four reports printed with rows: Norrköping 2010, Norsjö 2015, Örnsköldsvik 2017, Nässjö 2019. */
export const printedReports = printedEvaluations.filter((entry): entry is PrintedReport => entry.detail === 'rows');

/** The entry with that id, or undefined. */
export const printedEvaluation = (id: string): PrintedEvaluation | undefined => printedEvaluations.find((entry) => entry.id === id);

/** A printed figure that the rule of calculation cannot give, and the one that it can. */
export interface Misprint {
  readonly evaluationId: string;
  /** `row 6.4`, `area 2` (the table's sum row), `box 2` (the score box above the area's text) or `total`. */
  readonly where: string;
  readonly figure: 'achieved' | 'percent';
  readonly printed: string;
  readonly fits: string;
  readonly reason: string;
}

/**
 * Every misprint in the four reports with rows, as far as the figures themselves can show one.
 * Rule: one unrounded percent gives points and percent, sums are of unrounded points, all rounded half-up once.
 * Source: domain facts, sections 2.2 and 3; each is proven in printed.spec.ts.
 */
export const knownMisprints: readonly Misprint[] = [
  {
    evaluationId: 'se-norsjo-2015',
    where: 'row 6.4',
    figure: 'percent',
    printed: '51',
    fits: '61',
    reason: '51 percent of 15 gives 8, printed 9. With 61 both the 9 and the area total of 52 follow.',
  },
  {
    evaluationId: 'se-nassjo-2019',
    where: 'area 2',
    figure: 'achieved',
    printed: '61',
    fits: '60',
    reason: 'The rows sum to at least 59.45 and less than 60.45, and the same line prints 60 percent of 100.',
  },
  {
    evaluationId: 'se-nassjo-2019',
    where: 'box 2',
    figure: 'achieved',
    printed: '61',
    fits: '60',
    reason: 'Repeats the 61 of the table of area 2.',
  },
  {
    evaluationId: 'se-nassjo-2019',
    where: 'box 3',
    figure: 'achieved',
    printed: '75',
    fits: '74',
    reason: 'The table prints 74 points and 74 percent. The rows alone (73.8 to 74.8) would allow either figure, not both.',
  },
];

/** The printed report with rows of that id; throws when there is none, for specs and tools that need it. */
export function printedReport(id: string): PrintedReport {
  const found = printedReports.find((entry) => entry.id === id);
  if (!found) throw new RangeError(`no printed report ${id}`);
  return found;
}
