import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { AnswerOf, BodyOf, interviews, PlanDesk, Reply } from '@samsyn/contract';
import { applyCommand, evaluatorsOf, questionsOf, Refusal, type EvaluationState, type PlanCommand, type PlanWorld, type VisitPlan } from '@samsyn/domain';
import { DataSource } from 'typeorm';
import { statement } from '../database';
import { EvaluationLedger, Evaluations } from '../evaluation';
import type { SignedIn } from '../people';
import { availabilityOf, Interviewees, personOf, worldOf } from './interviewees';
import { VisitInvitationRow } from './letter-rows.entity';
import { requirePlanner, requireVisit } from './visit-access';
import { VisitNews } from './visit-news';
import { VisitPlans } from './visit-plans';

const certainty: readonly Reply[] = ['cannot', 'substitute', 'coming'];

/** The planning desk: what lies on it for whom, and one change at a time. */
@Injectable()
export class Desk {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly ledger: EvaluationLedger,
    private readonly evaluations: Evaluations,
    private readonly plans: VisitPlans,
    private readonly people: Interviewees,
    private readonly news: VisitNews,
  ) {}

  async read(person: string, id: string): Promise<PlanDesk> {
    const { state } = await this.ledger.read(id);
    const { plans, coordinates } = requireVisit(state, person);
    const [draft, last, rows, invitations, left, names] = await Promise.all([this.plans.draft(id), this.plans.lastRelease(id), this.people.rows(id), this.invitations(id), this.lettersLeft(id), this.evaluations.namesOf(state)]);
    const replies = repliesBy(invitations);
    return {
      plan: draft.plan, askedUntil: draft.askedUntil, mayPlan: plans,
      released: last && { version: last.version, name: last.name, at: last.at.toISOString(), by: names.get(last.personId)?.name ?? '', plan: last.plan },
      people: await Promise.all(rows.map(async (row) => {
        const own = replies.get(row.id) ?? [];
        const [first] = [...own].sort((a, b) => certainty.indexOf(a.reply) - certainty.indexOf(b.reply));
        const shown = coordinates ? { ...personOf(row, await this.people.labelOf(row)), link: await this.people.linkOf(row.id) } : { ...personOf(row), email: null, link: null };
        return { ...shown, invited: left.get(row.id) ?? null, reply: first?.reply ?? null, replyText: first?.text ?? '', replies: own };
      })),
      availability: rows.map(availabilityOf),
      evaluators: evaluatorsOf(state).map(({ person: own, seat }) => ({ person: own, name: names.get(own)?.name ?? '', seat: seat ?? 0 })),
    };
  }

  async command(caller: SignedIn, id: string, command: PlanCommand): Promise<PlanDesk> {
    const { state } = await this.ledger.read(id);
    requirePlanner(state, caller.id);
    if (command.kind === 'putGroup') await this.requireKnown(state, command.group);
    await this.plans.change(id, (plan) => applyCommand(plan, command, caller.id, new Date().toISOString()));
    return this.told(caller.id, id);
  }

  async putPerson(person: string, id: string, given: BodyOf<typeof interviews.putPerson>): Promise<PlanDesk> {
    requirePlanner((await this.ledger.read(id)).state, person);
    await this.people.put(id, given);
    return this.told(person, id);
  }

  /** Also takes the person out of every group; who was invited is told with the next release. */
  async removePerson(person: string, id: string, gone: string): Promise<PlanDesk> {
    requirePlanner((await this.ledger.read(id)).state, person);
    await this.people.remove(id, gone);
    const isIn = ({ groups, items }: VisitPlan): boolean => groups.some(({ members }) => members.some((own) => own.person === gone)) || items.some(({ joins }) => joins.some((own) => own.person === gone));
    if (isIn((await this.plans.draft(id)).plan)) await this.plans.change(id, (plan) => without(plan, gone));
    return this.told(person, id);
  }

  async releases(person: string, id: string): Promise<AnswerOf<typeof interviews.releases>> {
    const { state } = await this.ledger.read(id);
    requireVisit(state, person);
    const [rows, names] = await Promise.all([this.plans.releases(id), this.evaluations.namesOf(state)]);
    return rows.map(({ version, name, at, personId, plan }) => ({ version, name, at: at.toISOString(), by: names.get(personId)?.name ?? '', plan }));
  }

  /** The draft with all that rules and solver may know. */
  async world(person: string, id: string): Promise<PlanWorld> {
    const { state } = await this.ledger.read(id);
    requirePlanner(state, person);
    const [{ plan }, rows] = await Promise.all([this.plans.draft(id), this.people.rows(id)]);
    return worldOf(plan, rows, evaluatorsOf(state).map((member) => member.person));
  }

  private async told(person: string, id: string): Promise<PlanDesk> {
    await this.news.changed(id);
    return this.read(person, id);
  }

  private async requireKnown(state: EvaluationState, group: Extract<PlanCommand, { kind: 'putGroup' }>['group']): Promise<void> {
    const known = new Set((await this.people.rows(state.id)).map(({ id }) => id));
    const stranger = group.members.find(({ person }) => !known.has(person));
    if (stranger) throw new Refusal('interviews/unknown', { what: 'person', id: stranger.person, title: group.title });
    const numbers = new Set(questionsOf(state.instrument).map(({ number }) => number));
    const question = group.questions.find((number) => !numbers.has(number));
    if (question !== undefined) throw new Refusal('interviews/unknown', { what: 'question', id: question, title: group.title });
  }

  private invitations(evaluationId: string): Promise<VisitInvitationRow[]> {
    return this.source.getRepository(VisitInvitationRow).find({ where: { evaluationId, cancelled: false }, order: { intervieweeId: 'ASC', item: 'ASC' } });
  }

  private async lettersLeft(evaluationId: string): Promise<Map<string, string>> {
    const rows = await statement<{ person: string; at: Date }>(this.source, 'letters-left', `SELECT interviewee_id AS person, max(released_at) AS at FROM visit_letter WHERE evaluation_id = $1 AND released_at IS NOT NULL AND state <> 'withdrawn' GROUP BY interviewee_id`, [evaluationId]);
    return new Map(rows.map(({ person, at }) => [person, at.toISOString()]));
  }
}

function repliesBy(invitations: readonly VisitInvitationRow[]): Map<string, PlanDesk['people'][number]['replies']> {
  const by = new Map<string, PlanDesk['people'][number]['replies']>();
  for (const { intervieweeId, item, reply, replyText, repliedAt } of invitations) if (reply !== null) by.set(intervieweeId, [...(by.get(intervieweeId) ?? []), { item, reply, text: replyText, at: repliedAt?.toISOString() ?? '' }]);
  return by;
}

/** The plan without somebody: only what they were in counts as changed. */
function without(plan: VisitPlan, gone: string): VisitPlan {
  const left = <T extends { person: string }>(all: readonly T[]): T[] => all.filter(({ person }) => person !== gone);
  return {
    ...plan, edition: plan.edition + 1,
    groups: plan.groups.map((group) => (group.members.some(({ person }) => person === gone) ? { ...group, edition: group.edition + 1, members: left(group.members) } : group)),
    items: plan.items.map((item) => (item.joins.some(({ person }) => person === gone) ? { ...item, edition: item.edition + 1, joins: left(item.joins) } : item)),
  };
}
