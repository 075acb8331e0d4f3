import { dimensionsOf, type InstrumentDraft } from '@samsyn/domain';

/** A place in a draft: its keys and positions joined by full stops, as `areas.2.questions.0.title.sv`. */
export type Place = string;
export type DraftArea = InstrumentDraft['areas'][number];
export type DraftQuestion = DraftArea['questions'][number];
export type DraftCriterion = DraftQuestion['criteria'][number];
export type DraftSide = NonNullable<InstrumentDraft['dimensions']>[number];

export const noWords = (): { sv: string; en: string } => ({ sv: '', en: '' });
const bandCount = 5;

type Node = Record<string, unknown>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** What stands at a place; undefined when nothing does. */
export const valueAt = (draft: unknown, place: Place): unknown =>
  place === '' ? draft : place.split('.').reduce<unknown>((node, key) => (isNode(node) ? node[key] : undefined), draft);

function replaced(node: unknown, keys: readonly string[], value: unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  if (Array.isArray(node)) return node.map((one: unknown, at) => (String(at) === key ? replaced(one, rest, value) : one));
  const own = isNode(node) ? node : {};
  const next = replaced(own[key], rest, value);
  if (next !== undefined) return { ...own, [key]: next };
  const { [key]: _gone, ...kept } = own;
  return kept;
}

/** The draft with another value at a place; undefined takes the place away. Everything beside it is the same object as before. */
export const withValue = (draft: InstrumentDraft, place: Place, value: unknown): InstrumentDraft => replaced(draft, place === '' ? [] : place.split('.'), value) as InstrumentDraft;

/** The same in content, whatever the order of keys; a key without value is as none. */
export function alike(first: unknown, second: unknown): boolean {
  if (!isNode(first) || !isNode(second)) return first === second;
  if (Array.isArray(first) !== Array.isArray(second)) return false;
  return [...new Set([...Object.keys(first), ...Object.keys(second)])].every((key) => alike(first[key], second[key]));
}

const isBlank = (value: unknown): boolean => (isNode(value) ? Object.values(value).every(isBlank) : value === '');

/** One language of a text. What is optional (an introduction, where to look) begins whole and ends when it is all empty. */
export function withWords(draft: InstrumentDraft, place: Place, language: 'sv' | 'en', text: string): InstrumentDraft {
  const words = { ...noWords(), ...(valueAt(draft, place) as object | undefined), [language]: text };
  const group = /^(.*\.lookFor)\.(\w+)$/.exec(place);
  if (group?.[1] && group[2]) {
    const whole = { documents: noWords(), website: noWords(), interviews: noWords(), ...(valueAt(draft, group[1]) as object | undefined), [group[2]]: words };
    return withValue(draft, group[1], isBlank(whole) ? undefined : whole);
  }
  return withValue(draft, place, place.endsWith('.introduction') && isBlank(words) ? undefined : words);
}

const listAt = (draft: InstrumentDraft, place: Place): readonly unknown[] => {
  const found = valueAt(draft, place);
  return Array.isArray(found) ? found : [];
};

export const inserted = (draft: InstrumentDraft, list: Place, one: unknown): InstrumentDraft => withValue(draft, list, [...listAt(draft, list), one]);
export const removed = (draft: InstrumentDraft, list: Place, at: number): InstrumentDraft => withValue(draft, list, listAt(draft, list).filter((_, index) => index !== at));

/** One place up (-1) or down (1); the same draft when it stands at the end already. */
export function moved(draft: InstrumentDraft, list: Place, at: number, by: -1 | 1): InstrumentDraft {
  const all = [...listAt(draft, list)];
  if (at < 0 || at + by < 0 || at + by >= all.length) return draft;
  const [one] = all.splice(at, 1);
  all.splice(at + by, 0, one);
  return withValue(draft, list, all);
}

export const newArea = (draft: InstrumentDraft): DraftArea => {
  const number = Math.max(0, ...draft.areas.map((area) => area.number ?? 0)) + 1;
  return { number, title: noWords(), max: draft.id.startsWith('kk-') || !draft.points ? 100 : draft.points.area, headings: [], questions: [] };
};

const letter = (at: number): string => String.fromCharCode(97 + (at % 26));

export const newCriterion = (draft: InstrumentDraft, question: Pick<DraftQuestion, 'criteria'>): DraftCriterion => {
  const taken = question.criteria.map(({ key }) => key);
  const key = Array.from({ length: 26 }, (_, at) => letter(at)).find((one) => !taken.includes(one)) ?? '';
  return { key, title: noWords(), dimensions: [...dimensionKeys(draft)].slice(0, 2) };
};

export function newQuestion(draft: InstrumentDraft, area: DraftArea): DraftQuestion {
  const begin = `${area.number ?? ''}.`;
  const last = Math.max(0, ...area.questions.map(({ number }) => (number.startsWith(begin) ? Number(number.slice(begin.length)) || 0 : 0)));
  return { number: `${begin}${last + 1}`, title: noWords(), short: noWords(), max: null, criteria: [newCriterion(draft, { criteria: [] })] };
}

export const newSide = (): DraftSide => ({ key: '', title: noWords(), anchors: Array.from({ length: bandCount }, noWords) });

/** Keys of the sides to judge on, in the order of the grid. */
export const dimensionKeys = (draft: InstrumentDraft): readonly string[] => dimensionsOf({ dimensions: draft.dimensions });

/** Numbers the questions of an area in the order they stand, and the requests that serve them with them. */
export function renumbered(draft: InstrumentDraft, at: number): InstrumentDraft {
  const area = draft.areas[at];
  if (!area) return draft;
  const names = new Map(area.questions.map(({ number }, index) => [number, `${area.number ?? ''}.${index + 1}`]));
  const next = withValue(draft, `areas.${at}.questions`, area.questions.map((question) => ({ ...question, number: names.get(question.number) ?? question.number })));
  return draft.requests ? { ...next, requests: draft.requests.map((request) => ({ ...request, questions: request.questions.map((number) => names.get(number) ?? number) })) } : next;
}

/** Letters a, b, c … for the criteria of a question, in the order they stand. */
export const relettered = (draft: InstrumentDraft, question: Place): InstrumentDraft =>
  withValue(draft, `${question}.criteria`, listAt(draft, `${question}.criteria`).map((one, at) => ({ ...(one as DraftCriterion), key: letter(at) })));

/** Sum of the questions' maxima in an area, in millionths so that 33.3 three times and 0.1 make 100. */
export const sumOfMaxima = (area: DraftArea): number => area.questions.reduce((sum, { max }) => sum + Math.round((max ?? 0) * 1e6), 0) / 1e6;
