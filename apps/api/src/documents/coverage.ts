import { Injectable } from '@nestjs/common';
import type { AnswerOf, documents } from '@samsyn/contract';
import { coverageOf, isOnTeam, Refusal, requireMaterial, type Evidence } from '@samsyn/domain';
import { EvaluationLedger } from '../evaluation';
import { Requests } from './requests';
import { SelfDescription } from './self-description';

type EvidenceKind = Evidence['kind'];

/** How many planned interviews take up each question: given by the topic that knows. */
export type InterviewSource = (evaluationId: string) => Promise<Readonly<Record<string, number>>>;
/** What one evaluator cites, by question: given by the topic that knows, and asked for the caller alone. */
export type CitationSource = (person: string, evaluationId: string) => Promise<readonly { readonly question: string; readonly kinds: readonly EvidenceKind[] }[]>;

/** Questions against kinds of source, for the team. The same for everyone on it, but for the own citations. */
@Injectable()
export class Coverage {
  private interviews: InterviewSource = () => Promise.resolve({});
  private citations: CitationSource = () => Promise.resolve([]);

  constructor(
    private readonly ledger: EvaluationLedger,
    private readonly requests: Requests,
    private readonly description: SelfDescription,
  ) {}

  /** Names who counts interviews; called once by that topic. */
  interviewsFrom(source: InterviewSource): void {
    this.interviews = source;
  }

  /** Names who knows an evaluator's own citations; called once by that topic. */
  citationsFrom(source: CitationSource): void {
    this.citations = source;
  }

  async read(person: string, id: string): Promise<AnswerOf<typeof documents.coverage>> {
    const { state } = await this.ledger.read(id);
    const roles = requireMaterial(state, person);
    if (!isOnTeam(roles)) throw new Refusal('people/not-allowed');
    const judges = roles.includes('evaluator');
    const [asked, interviews, answered, own] = await Promise.all([this.requests.asked(id), this.interviews(id), this.description.answered(id), judges ? this.citations(person, id) : []]);
    const serving = asked.rows.map(({ id: request, questions, status }) => {
      const openable = asked.documents.filter((document) => document.request === request && document.versions.some(({ state: file }) => file === 'clean' || file === 'unscanned'));
      return { id: request, questions, status, files: openable.filter(({ kind }) => kind === 'file').length, webs: openable.filter(({ kind }) => kind === 'web').length };
    });
    const count = (number: string, kind: EvidenceKind): number => own.filter(({ question }) => question === number).flatMap(({ kinds }) => kinds).filter((one) => one === kind).length;
    return {
      rows: coverageOf(state.instrument, { requests: serving, interviews, answered }).map((row) => ({
        ...row, own: judges ? { document: count(row.number, 'document'), web: count(row.number, 'web'), interview: count(row.number, 'interview'), questionnaire: count(row.number, 'questionnaire') } : null,
      })),
    };
  }
}
