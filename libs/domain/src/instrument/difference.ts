import type { InstrumentDraft } from './draft';
import type { Instrument } from './instrument-schema';

/** What kind of place differs. */
export type DifferencePart = 'model' | 'dimension' | 'area' | 'question' | 'criterion' | 'method' | 'request';

/**
 * One difference between two versions. `field` is empty when the whole place was added, removed or moved, else its name
 * with the language where it has one: "max", "weight", "title.sv", "lookFor.documents.en", "headings", "anchors.2.sv".
 * `before` and `after` are then its values; for a whole place its Swedish title (moved: its position, from 1).
 */
export interface Difference {
  /** As printed: "3", "3.2", "3.2 b"; the key of a side or of a request; the number of a method section; empty for the model. */
  readonly where: string;
  readonly part: DifferencePart;
  /** The number of the area it belongs to, to group by; null outside the areas. */
  readonly area: number | null;
  readonly what: 'added' | 'removed' | 'changed' | 'moved';
  readonly field: string;
  readonly before: string | number | null;
  readonly after: string | number | null;
}

type Value = string | number | null;
type Version = Instrument | InstrumentDraft;

/** A place of a version, flat: its own fields by name, and the places under it. */
interface Place {
  readonly part: DifferencePart;
  readonly where: string;
  readonly area: number | null;
  /** What makes it the same place in both versions, among its neighbours. */
  readonly key: string;
  readonly title: string;
  readonly fields: ReadonlyMap<string, Value>;
  readonly inner: readonly (readonly Place[])[];
}

/** Every difference between two versions, one per field, in the order of the later version, what was removed after what stayed. */
export const instrumentDifference = (before: Version, after: Version): Difference[] => between(modelOf(before), modelOf(after));

/** Whether a difference changes points: a maximum, a weight, a promised sum, the sides judged, or a place that comes or goes. */
export function changesPoints({ part, what, field }: Difference): boolean {
  if (what === 'added' || what === 'removed') return part === 'area' || part === 'question' || part === 'criterion';
  return what === 'changed' && ['max', 'weight', 'step', 'points.area', 'points.total', 'dimensions'].includes(field);
}

function between(before: Place, after: Place): Difference[] {
  const names = [...new Set([...after.fields.keys(), ...before.fields.keys()])];
  const own = names.flatMap((field): Difference[] => {
    const [old, now] = [before.fields.get(field) ?? null, after.fields.get(field) ?? null];
    return old === now ? [] : [{ ...signOf(after), what: 'changed', field, before: old, after: now }];
  });
  return [...own, ...after.inner.flatMap((places, at) => among(before.inner[at] ?? [], places))];
}

/** Two rows of neighbours, matched by key; a place has moved when it is not among the longest run that kept its order. */
function among(before: readonly Place[], after: readonly Place[]): Difference[] {
  const old = new Map(before.map((place, at) => [place.key, { place, at }]));
  const stayed = after.flatMap((place) => old.get(place.key)?.at ?? []);
  const kept = new Set(longestRise(stayed));
  const now = after.flatMap((place, at): Difference[] => {
    const match = old.get(place.key);
    if (!match) return [{ ...signOf(place), what: 'added', field: '', before: null, after: place.title }];
    const moved: Difference[] = kept.has(match.at) ? [] : [{ ...signOf(place), what: 'moved', field: '', before: match.at + 1, after: at + 1 }];
    return [...moved, ...between(match.place, place)];
  });
  const left = new Set(after.map(({ key }) => key));
  return [...now, ...before.filter(({ key }) => !left.has(key)).map((place): Difference => ({ ...signOf(place), what: 'removed', field: '', before: place.title, after: null }))];
}

const signOf = ({ where, part, area }: Place): Pick<Difference, 'where' | 'part' | 'area'> => ({ where, part, area });

/** The longest rising run within numbers that differ; of two as long, the one that ends lowest. */
function longestRise(numbers: readonly number[]): number[] {
  const ends: number[] = [];
  const previous: number[] = [];
  numbers.forEach((value, at) => {
    const length = ends.filter((end) => (numbers[end] ?? 0) < value).length;
    previous[at] = length > 0 ? (ends[length - 1] ?? -1) : -1;
    ends[length] = at;
  });
  const run: number[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) run.unshift(numbers[at] ?? 0);
  return run;
}

type Texts = { readonly sv: string; readonly en: string } | undefined;

/** Named texts, each in both languages; an empty one is as good as none. */
const words = (named: Readonly<Record<string, Texts>>): [string, Value][] =>
  Object.entries(named).flatMap(([name, text]): [string, Value][] => [[`${name}.sv`, text?.sv || null], [`${name}.en`, text?.en || null]]);

/** Keys that are the same are told apart by how many came before, so that a half-edited draft still compares. */
function told(places: readonly Place[]): Place[] {
  const seen = new Map<string, number>();
  return places.map((place) => {
    const count = seen.get(place.key) ?? 0;
    seen.set(place.key, count + 1);
    return count === 0 ? place : { ...place, key: `${place.key}#${count}` };
  });
}

function modelOf(version: Version): Place {
  const fields: [string, Value][] = [
    ['id', version.id], ['revision', version.revision], ...words({ title: version.title }), ['country', version.country], ['step', version.step], ['supersedes', version.supersedes || null],
    ['points.area', promised(version.points, 'area')], ['points.total', promised(version.points, 'total')], ['training', version.training ? 'true' : null], ['note', version.note || null], ['sources', version.sources.join('\n') || null],
    ...(version.mappings ?? []).map((mapping, at): [string, Value] => [`mappings.${at}`, JSON.stringify(mapping)]),
  ];
  const dimensions = (version.dimensions ?? []).map((side): Place => ({
    part: 'dimension', where: side.key, area: null, key: side.key, title: side.title.sv, inner: [],
    fields: new Map([...words({ title: side.title }), ...side.anchors.flatMap((anchor, at) => words({ [`anchors.${at}`]: anchor }))]),
  }));
  const method = (version.method ?? []).map(({ title, text }, at): Place => ({ part: 'method', where: `${at + 1}`, area: null, key: `${at}`, title: title.sv, inner: [], fields: new Map(words({ title, text })) }));
  const requests = (version.requests ?? []).map(({ key, title, why, example, questions }): Place => ({
    part: 'request', where: key, area: null, key, title: title.sv, inner: [], fields: new Map([...words({ title, why, example }), ['questions', questions.join(', ') || null]]),
  }));
  return { part: 'model', where: '', area: null, key: '', title: version.title.sv, fields: new Map(fields), inner: [told(dimensions), told(version.areas.map(areaPlace)), told(method), told(requests)] };
}

/** A promised sum; "free" where the owner promises none, null where nothing is said. */
const promised = (points: Version['points'], which: 'area' | 'total'): Value => (points ? (points[which] ?? 'free') : null);

const areaPlace = (area: Version['areas'][number]): Place => ({
  part: 'area', where: `${area.number ?? ''}`, area: area.number, key: `${area.number ?? ''}`, title: area.title.sv,
  fields: new Map([...words({ title: area.title }), ['max', area.max], ['headings', area.headings.join('\n') || null], ...words({ introduction: area.introduction })]),
  inner: [told(area.questions.map((question) => questionPlace(question, area.number)))],
});

const questionPlace = (question: Version['areas'][number]['questions'][number], area: number | null): Place => ({
  part: 'question', where: question.number, area, key: question.number, title: question.title.sv,
  fields: new Map([
    ...words({ title: question.title, short: question.short }), ['max', question.max],
    ['example.dimension', question.example?.dimension || null], ['example.band', question.example?.band ?? null], ...words({ 'example.text': question.example?.text }),
  ]),
  inner: [told(question.criteria.map((criterion) => criterionPlace(criterion, question.number, area)))],
});

const criterionPlace = (criterion: Version['areas'][number]['questions'][number]['criteria'][number], question: string, area: number | null): Place => ({
  part: 'criterion', where: `${question} ${criterion.key}`, area, key: criterion.key, title: criterion.title.sv, inner: [],
  fields: new Map<string, Value>([
    ...words({ title: criterion.title }), ['dimensions', criterion.dimensions.join(', ') || null], ['weight', criterion.weight ?? null],
    ...words({ 'lookFor.documents': criterion.lookFor?.documents, 'lookFor.website': criterion.lookFor?.website, 'lookFor.interviews': criterion.lookFor?.interviews }),
  ]),
});
