import type { InstrumentDraft } from './draft';

/** A plain cell of a workbook. */
export type Cell = string | number | null;
/** A workbook as rows of plain cells; the first row of each sheet is its headings. */
export type Sheets = Readonly<Record<string, readonly (readonly Cell[])[]>>;

/** The sheets of an instrument, in the order of the workbook. */
export const sheetNames = ['Modell', 'Områden', 'Frågor', 'Kriterier', 'Sidor och nivåer', 'Metod', 'Begäran'] as const;
export type SheetName = (typeof sheetNames)[number];

type Text = { sv: string; en: string };
type Question = InstrumentDraft['areas'][number]['questions'][number];

/** The two headings of a text, one a language. */
export const both = (name: string): [string, string] => [`${name} (svenska)`, `${name} (engelska)`];

/** The headings of each sheet; a workbook is read by them, so their order is free. */
export const headings: Readonly<Record<SheetName, readonly string[]>> = {
  Modell: ['Fält', 'Värde', 'Värde (engelska)'],
  Områden: ['Område', ...both('Rubrik'), 'Maxpoäng', 'Underrubriker', ...both('Allmänt')],
  Frågor: ['Område', 'Fråga', ...both('Rubrik'), ...both('Kort rubrik'), 'Maxpoäng', 'Exempel, sida', 'Exempel, nivå', ...both('Exempel')],
  Kriterier: ['Fråga', 'Kriterium', ...both('Rubrik'), 'Sidor', 'Vikt', ...both('Dokument'), ...both('Webbplats'), ...both('Intervjuer')],
  'Sidor och nivåer': ['Nyckel', ...both('Rubrik'), ...[1, 2, 3, 4, 5].flatMap((level) => both(`Nivå ${level}`))],
  Metod: [...both('Rubrik'), ...both('Text')],
  Begäran: ['Nyckel', ...both('Rubrik'), ...both('Varför'), ...both('Exempel'), 'Frågor'],
};

/** The rows of the sheet "Modell"; "Källa" comes once for each source. */
export const modelFields = ['Beteckning', 'Utgåva', 'Namn', 'Land', 'Steg', 'Ersätter', 'Poäng per område', 'Poäng totalt', 'Anmärkning', 'Källa'] as const;
export type ModelField = (typeof modelFields)[number];

/** Where an owner promises no sum. */
export const free = 'fritt';

const cell = (value: string | number | null | undefined): Cell => (value === undefined || value === '' ? null : value);
const words = (text: Text | undefined): [Cell, Cell] => [cell(text?.sv), cell(text?.en)];

/** The draft as sheets. */
export function rowsOf(draft: InstrumentDraft): Record<SheetName, Cell[][]> {
  const questions = draft.areas.flatMap((area) => area.questions.map((question) => ({ area, question })));
  const rows: Record<SheetName, Cell[][]> = {
    Modell: modelRows(draft),
    Områden: draft.areas.map((area) => [area.number, ...words(area.title), area.max, cell(area.headings.join('\n')), ...words(area.introduction)]),
    Frågor: questions.map(({ area, question }) => questionRow(area.number, question)),
    Kriterier: questions.flatMap(({ question }) => question.criteria.map(({ key, title, dimensions, weight, lookFor }) => [
      cell(question.number), cell(key), ...words(title), cell(dimensions.join(', ')), weight ?? null, ...words(lookFor?.documents), ...words(lookFor?.website), ...words(lookFor?.interviews),
    ])),
    'Sidor och nivåer': (draft.dimensions ?? []).map(({ key, title, anchors }) => [cell(key), ...words(title), ...[0, 1, 2, 3, 4].flatMap((level) => words(anchors[level]))]),
    Metod: (draft.method ?? []).map(({ title, text }) => [...words(title), ...words(text)]),
    Begäran: (draft.requests ?? []).map(({ key, title, why, example, questions: served }) => [cell(key), ...words(title), ...words(why), ...words(example), cell(served.join(', '))]),
  };
  for (const name of sheetNames) rows[name].unshift([...headings[name]]);
  return rows;
}

const questionRow = (area: number | null, { number, title, short, max, example }: Question): Cell[] => [
  area, cell(number), ...words(title), ...words(short), max,
  // A level is counted from 1 on paper.
  cell(example?.dimension), example?.band === null || example?.band === undefined ? null : example.band + 1, ...words(example?.text),
];

function modelRows(draft: InstrumentDraft): Cell[][] {
  const promised = (value: number | null | undefined): Cell => (draft.points ? (value ?? free) : null);
  const values: Record<Exclude<ModelField, 'Källa'>, [Cell, Cell]> = {
    Beteckning: [cell(draft.id), null], Utgåva: [cell(draft.revision), null], Namn: words(draft.title), Land: [cell(draft.country), null], Steg: [draft.step, null], Ersätter: [cell(draft.supersedes), null],
    'Poäng per område': [promised(draft.points?.area), null], 'Poäng totalt': [promised(draft.points?.total), null], Anmärkning: [cell(draft.note), null],
  };
  return [...Object.entries(values).map(([field, value]): Cell[] => [field, ...value]), ...draft.sources.map((source): Cell[] => ['Källa', cell(source), null])];
}
