import type { Criterion, DimensionWords, Example, Instrument, Question, RequestKind, Words } from './instrument-schema';

interface Content {
  readonly criteria: readonly Criterion[];
  readonly example: Example;
}
interface AreaContent {
  readonly introduction: Words;
  /** By number; a number in place of content means: as that question of 2016. */
  readonly questions: Readonly<Record<string, Content | string>>;
}
/** What is written about one area, in both revisions. */
export interface AreaCriteria {
  readonly area: number;
  readonly '2016': AreaContent;
  readonly '2010': AreaContent;
}

/** What is written about the whole method: sides with their anchors, the report's chapter, what a municipality is asked for. */
export interface Guidance {
  readonly dimensions: readonly DimensionWords[];
  readonly method: Readonly<Record<Revision, readonly { readonly title: Words; readonly text: Words }[]>>;
  readonly requests: readonly (Omit<RequestKind, 'questions'> & { readonly questions2016: readonly string[]; readonly questions2010: readonly string[] })[];
}
type Revision = '2016' | '2010';

/** A revision from print, with criteria and guidance in place of its headings alone: a version of its own that supersedes it. */
export function withCriteria(printed: Instrument, revision: Revision, areas: readonly AreaCriteria[], guidance: Guidance): Instrument {
  const about = (number: number): AreaCriteria => {
    const found = areas.find(({ area }) => area === number);
    if (!found) throw new RangeError(`no criteria for area ${number}`);
    return found;
  };
  const contentOf = (number: string, from: Revision): Content => {
    const found = about(Number(number.split('.')[0]))[from].questions[number];
    if (found === undefined) throw new RangeError(`no criteria for ${number} of ${from}`);
    return typeof found === 'string' ? contentOf(found, '2016') : found;
  };
  const filled = (question: Question): Question => {
    const { criteria, example } = contentOf(question.number, revision);
    return { ...question, criteria: [...criteria], example };
  };
  return {
    ...printed,
    id: `${printed.id}-v2`,
    title: { sv: `KommunKompassen ${revision} med kriterier`, en: `KommunKompassen ${revision} with criteria` },
    note: `Områden, frågor, rubriker och maxpoäng som i ${printed.id}. Kriterier, nivåer, exempel och all annan vägledning är Samsyns egna ord: ägarens bedömningsmall är inte offentlig. (Areas, questions, headings and maxima as in ${printed.id}; criteria, levels, examples and all other guidance are Samsyn's own wording, because the owner's template is not public.)`,
    supersedes: printed.id,
    dimensions: [...guidance.dimensions],
    method: [...guidance.method[revision]],
    requests: guidance.requests.map(({ questions2016, questions2010, ...kind }) => ({ ...kind, questions: [...(revision === '2016' ? questions2016 : questions2010)] })),
    areas: printed.areas.map((area) => ({ ...area, introduction: about(area.number)[revision].introduction, questions: area.questions.map(filled) })),
  };
}
