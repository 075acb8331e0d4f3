import type { InstrumentDraft } from './draft';
import { dimensions as usual } from './instrument';
import { free, modelFields, sheetNames, type ModelField, type SheetName, type Sheets } from './sheet-rows';
import { rowsIn, type RowFault, type TableRow } from './sheet-table';

type Area = InstrumentDraft['areas'][number];
type Question = Area['questions'][number];
type Criterion = Question['criteria'][number];
type Optional = 'points' | 'note' | 'supersedes' | 'dimensions' | 'method' | 'requests';

/**
 * The draft that sheets make, with every fault of theirs. What no sheet holds, and every sheet that is missing, stays as
 * in `base`. Never throws, whatever the cells; what it makes is always a draft that can be saved.
 */
export function draftFromRows(sheets: Sheets, base: InstrumentDraft): { readonly draft: InstrumentDraft; readonly faults: RowFault[] } {
  const faults: RowFault[] = [];
  const tell = (fault: RowFault): void => void faults.push(fault);
  const given: Readonly<Record<string, unknown>> = typeof sheets === 'object' && sheets !== null ? sheets : {};
  for (const sheet of Object.keys(given)) if (!(sheetNames as readonly string[]).includes(sheet)) tell({ sheet: sheet.slice(0, 100), row: 0, column: null, rule: 'unknown-sheet', found: sheet.slice(0, 100) });
  const rows = (name: SheetName): TableRow[] | null => rowsIn(name, Object.hasOwn(given, name) ? given[name] : undefined, tell);
  const draft: InstrumentDraft = { ...base };
  takeModel(draft, rows('Modell') ?? []);
  const [areas, questions, criteria, sides, method, requests] = [rows('Områden'), rows('Frågor'), rows('Kriterier'), rows('Sidor och nivåer'), rows('Metod'), rows('Begäran')];
  if (sides) put(draft, 'dimensions', some(sides.map((row) => ({ key: row.text('Nyckel', 40), title: row.words('Rubrik'), anchors: [1, 2, 3, 4, 5].map((level) => row.words(`Nivå ${level}`)) }))));
  if (method) put(draft, 'method', some(method.map((row) => ({ title: row.words('Rubrik'), text: row.words('Text') }))));
  if (requests) put(draft, 'requests', some(requests.map((row) => ({ key: row.text('Nyckel', 100), title: row.words('Rubrik'), why: row.words('Varför'), example: row.words('Exempel'), questions: row.list('Frågor', 200, 20) }))));
  draft.areas = areasFrom(draft, areas, questions, criteria);
  return { draft, faults };
}

/** Sets a part that may be left out, or leaves it out. */
function put<Key extends Optional>(draft: InstrumentDraft, key: Key, value: InstrumentDraft[Key]): void {
  if (value === undefined) delete draft[key];
  else draft[key] = value;
}
const some = <Item>(list: Item[]): Item[] | undefined => (list.length > 0 ? list : undefined);

function takeModel(draft: InstrumentDraft, rows: readonly TableRow[]): void {
  const found = new Map<ModelField, TableRow>();
  const sources: TableRow[] = [];
  for (const row of rows) {
    const field = modelFields.find((name) => name === row.cell('Fält'));
    if (!field) row.fault('Fält', 'unknown-field');
    else if (field !== 'Källa' && found.has(field)) row.fault('Fält', 'duplicate-number');
    else if (field !== 'Källa') found.set(field, row);
    else if (sources.length < 100) sources.push(row);
    else row.fault('Fält', 'too-many-rows');
  }
  const take = (field: ModelField, set: (row: TableRow) => void): void => {
    const row = found.get(field);
    if (row) set(row);
  };
  take('Beteckning', (row) => (draft.id = row.text('Värde', 100)));
  take('Utgåva', (row) => (draft.revision = row.text('Värde', 200)));
  take('Namn', (row) => (draft.title = { sv: row.text('Värde'), en: row.text('Värde (engelska)') }));
  take('Land', (row) => (draft.country = row.text('Värde', 20)));
  take('Steg', (row) => (draft.step = row.amount('Värde')));
  take('Ersätter', (row) => put(draft, 'supersedes', row.text('Värde', 100) || undefined));
  take('Anmärkning', (row) => put(draft, 'note', row.text('Värde') || undefined));
  const [area, total] = [found.get('Poäng per område'), found.get('Poäng totalt')];
  if (area || total) put(draft, 'points', [area, total].some((row) => row && row.cell('Värde') !== null) ? { area: promised(area), total: promised(total) } : undefined);
  if (rows.length > 0) draft.sources = sources.map((row) => row.text('Värde', 2000));
}

const promised = (row: TableRow | undefined): number | null => (!row || row.cell('Värde') === free ? null : row.amount('Värde'));

/** Areas, their questions and their criteria; of a sheet that is missing, what the base has under the same numbers. */
function areasFrom(base: InstrumentDraft, areaRows: TableRow[] | null, questionRows: TableRow[] | null, criterionRows: TableRow[] | null): Area[] {
  const known = base.areas.flatMap(({ questions }) => questions);
  const areas = areaRows?.map(areaFrom) ?? base.areas.map((area) => ({ ...area }));
  const byNumber = firstOf(areas, ({ number }) => number, areaRows, 'Område');
  if (questionRows) for (const area of areas) area.questions = [];
  else if (areaRows) for (const area of areas) area.questions = base.areas.find(({ number }) => number === area.number)?.questions ?? [];
  const placed: Question[] = [];
  // Questions that a fault of their own kept out: their criteria have none.
  const keptOut = new Set<string>();
  const placedRows: TableRow[] = [];
  for (const row of questionRows ?? []) {
    const area = byNumber.get(row.amount('Område'));
    if (!area) row.fault('Område', 'unknown-area');
    else if (area.questions.length === 100) row.fault('Fråga', 'too-many-rows');
    if (!area || area.questions.length === 100) keptOut.add(row.text('Fråga', 20));
    else {
      const question = questionFrom(row);
      if (!criterionRows) question.criteria = known.find(({ number }) => number === question.number)?.criteria ?? [];
      area.questions.push(question);
      placed.push(question);
      placedRows.push(row);
    }
  }
  if (!criterionRows) {
    firstOf(placed, ({ number }) => number, placedRows, 'Fråga');
    return areas;
  }
  for (const area of areas) area.questions = area.questions.map((question) => ({ ...question, criteria: [] }));
  const questions = firstOf(areas.flatMap((area) => area.questions), ({ number }) => number, null, 'Fråga');
  firstOf(placed, ({ number }) => number, placedRows, 'Fråga');
  const sides = base.dimensions?.map(({ key }) => key) ?? [...usual];
  for (const row of criterionRows) {
    const number = row.text('Fråga', 20);
    const question = questions.get(number);
    if (question || !keptOut.has(number)) takeCriterion(row, question, sides);
  }
  return areas;
}

/** The first with each number; a later one with the same number is told of at its row. */
function firstOf<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key, rows: readonly TableRow[] | null, column: string): Map<Key, Item> {
  const first = new Map<Key, Item>();
  for (const [at, item] of items.entries()) {
    if (first.has(keyOf(item))) rows?.[at]?.fault(column, 'duplicate-number');
    else first.set(keyOf(item), item);
  }
  return first;
}

function areaFrom(row: TableRow): Area {
  const [number, introduction] = [row.amount('Område'), row.wordsIfAny('Allmänt')];
  if (row.cell('Område') === null) row.fault('Område', 'number-missing');
  return { number, title: row.words('Rubrik'), max: row.amount('Maxpoäng'), headings: row.list('Underrubriker', 50, 2000, /\n/), ...(introduction ? { introduction } : {}), questions: [] };
}

function questionFrom(row: TableRow): Question {
  const [level, text, dimension] = [row.amount('Exempel, nivå'), row.words('Exempel'), row.text('Exempel, sida', 40)];
  const example = level === null && dimension === '' && text.sv === '' && text.en === '' ? {} : { example: { dimension, band: level === null ? null : level - 1, text } };
  return { number: row.text('Fråga', 20), title: row.words('Rubrik'), short: row.words('Kort rubrik'), max: row.amount('Maxpoäng'), ...example, criteria: [] };
}

function takeCriterion(row: TableRow, question: Question | undefined, sides: readonly string[]): void {
  if (!question) return row.fault('Fråga', 'unknown-question');
  if (question.criteria.length === 60) return row.fault('Kriterium', 'too-many-rows');
  const [key, dimensions, weight] = [row.text('Kriterium', 5), row.list('Sidor', 20, 40), row.amount('Vikt')];
  const [documents, website, interviews] = [row.words('Dokument'), row.words('Webbplats'), row.words('Intervjuer')];
  if (question.criteria.some((other) => other.key === key)) row.fault('Kriterium', 'duplicate-number');
  if (dimensions.length === 0) row.fault('Sidor', 'no-dimensions');
  for (const side of dimensions) if (!sides.includes(side)) row.fault('Sidor', 'unknown-side', side);
  const looked = [documents, website, interviews].some(({ sv, en }) => sv !== '' || en !== '');
  const criterion: Criterion = { key, title: row.words('Rubrik'), dimensions, ...(weight === null ? {} : { weight }), ...(looked ? { lookFor: { documents, website, interviews } } : {}) };
  question.criteria.push(criterion);
}
