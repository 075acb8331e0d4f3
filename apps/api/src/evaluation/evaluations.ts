import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { AnswerOf, BodyOf, EvaluationSummary, EvaluationView, LedgerLineView } from '@samsyn/contract';
import { evaluations, type newMemberSchema } from '@samsyn/contract';
import {
  activeMembers, evaluatorsOf, membershipsOf, nextSeat, questionsOf, Refusal, requireAccess, requireAdjudicator, requireMayInviteAgain, requireRole, requireUnlocked, scheduling, soundDates, soundPolicy, type EvaluationState, type Instrument, type Member, type PlannedDates, type Policy, type Role,
} from '@samsyn/domain';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { Instruments } from '../instrument';
import { Accounts, type PersonRow, type SignedIn } from '../people';
import { EvaluationLedger, type Standing } from './evaluation-ledger';
import { EvaluationMemberRow } from './evaluation-rows.entity';
import { ledgerFor, summaryFor, viewFor, type Names } from './evaluation-view';
import { goOn } from './go-on';
import type { LedgerDraft } from './ledger-draft';
import type { Language } from './reference-sheets';
import { Training } from './training';

type NewMember = z.output<typeof newMemberSchema>;
type Creation = z.output<typeof evaluations.create.body>;

/** Setting up: who takes part, by which rules, and when scoring opens. */
@Injectable()
export class Evaluations {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly ledger: EvaluationLedger,
    private readonly instruments: Instruments,
    private readonly accounts: Accounts,
    private readonly training: Training,
  ) {}

  async list(caller: SignedIn): Promise<EvaluationSummary[]> {
    const mine = await this.source.getRepository(EvaluationMemberRow).findBy({ personId: caller.id });
    const standings = await Promise.all(mine.map((row) => this.ledger.read(row.evaluationId)));
    return standings
      .flatMap((standing) => {
        const [member] = membershipsOf(standing.state, caller.id);
        return member ? [{ at: standing.state.createdAt, summary: summaryFor(standing, member) }] : [];
      })
      .sort((a, b) => b.at.localeCompare(a.at))
      .map(({ summary }) => summary);
  }

  async create(caller: SignedIn, given: Creation): Promise<AnswerOf<typeof evaluations.create>> {
    if (!caller.mayCreate) throw new Refusal('people/not-allowed');
    const instrument = await this.scoreable(given.instrument);
    soundPolicy(given.policy);
    if (given.dates) soundDates(given.dates);
    requireDistinct(given.members);
    if (given.openScoring && given.members.filter((member) => member.role === 'evaluator').length < 2) throw new Refusal('evaluation/team-too-small', { min: 2 });
    const persons = await Promise.all(given.members.map((member) => this.accounts.findOrCreate(member)));
    const standing = await this.ledger.create(randomUUID(), { instrument, decimals: given.decimals, demo: caller.demo }, caller.id, (draft) => {
      draft.add({ kind: 'created', municipality: given.municipality, year: given.year, instrument: instrument.id, sandbox: given.sandbox, policy: given.policy });
      draft.add({ kind: 'joined', person: caller.id, role: 'coordinator', seat: null });
      draft.add({ kind: 'declared', conflict: false, person: caller.id, text: '' });
      given.members.forEach((member, index) => this.join(draft, (persons[index] as PersonRow).id, member.role));
      requireAdjudicator(draft.state, given.policy);
      if (given.dates) this.plan(draft, given.dates, 0);
      if (given.openScoring) draft.add({ kind: 'scoringOpened' });
    });
    const invitations = await Promise.all(given.members.map(async ({ email, name, role }, index) => ({ email, name, role, ...(await this.accounts.invite(persons[index] as PersonRow, standing.state)) })));
    return { evaluation: await this.viewOf(standing, caller.id), invitations };
  }

  async read(caller: SignedIn, id: string): Promise<EvaluationView> {
    return this.viewOf(await this.ledger.read(id), caller.id);
  }

  /** The frozen instrument with all its guidance. */
  async instrument(caller: SignedIn, id: string): Promise<Instrument> {
    const { state } = await this.ledger.read(id);
    requireAccess(state, caller.id);
    return state.instrument;
  }

  async train(caller: SignedIn, language: Language): Promise<EvaluationView> {
    return this.viewOf(await this.training.begin(caller, language), caller.id);
  }

  async material(caller: SignedIn, id: string): Promise<AnswerOf<typeof evaluations.material>> {
    return this.training.material(await this.ledger.read(id), caller.id);
  }

  async declare(caller: SignedIn, id: string, body: BodyOf<typeof evaluations.declare>): Promise<{ declared: true }> {
    await this.ledger.record(id, caller.id, (draft) => {
      const [member] = membershipsOf(draft.state, caller.id);
      if (!member) throw new Refusal('wire/not-found');
      requireUnlocked(draft.state);
      draft.add({ kind: 'declared', person: caller.id, conflict: body.conflict, text: body.text.trim() });
      if (body.conflict) goOn(draft);
    });
    return { declared: true };
  }

  async addMember(caller: SignedIn, id: string, given: NewMember): Promise<AnswerOf<typeof evaluations.addMember>> {
    requireRole((await this.ledger.read(id)).state, caller.id, 'coordinator');
    const person = await this.accounts.findOrCreate(given);
    const standing = await this.ledger.record(id, caller.id, (draft) => {
      requireRole(draft.state, caller.id, 'coordinator');
      requireUnlocked(draft.state);
      requireTeamOpen(draft.state, given.role);
      this.join(draft, person.id, given.role);
    });
    return { evaluation: await this.viewOf(standing, caller.id), invitation: { email: given.email, ...(await this.accounts.invite(person, standing.state)) } };
  }

  /** For who lost the invitation, or let it grow old. */
  async inviteAgain(caller: SignedIn, id: string, person: string): Promise<AnswerOf<typeof evaluations.inviteAgain>> {
    const { state } = await this.ledger.read(id);
    requireRole(state, caller.id, 'coordinator');
    requireUnlocked(state);
    requireMayInviteAgain(state, person);
    const row = await this.accounts.byId(person);
    return { invitation: { email: row.email, ...(await this.accounts.invite(row, state)) } };
  }

  async removeMember(caller: SignedIn, id: string, body: { person: string; role: Role }): Promise<EvaluationView> {
    const standing = await this.ledger.record(id, caller.id, (draft) => {
      requireRole(draft.state, caller.id, 'coordinator');
      requireUnlocked(draft.state);
      requireTeamOpen(draft.state, body.role);
      const found = activeMembers(draft.state).some((member) => member.person === body.person && member.role === body.role);
      if (!found || (body.role === 'coordinator' && body.person === caller.id)) throw new Refusal('people/not-allowed');
      draft.add({ kind: 'left', person: body.person, role: body.role });
    });
    return this.viewOf(standing, caller.id);
  }

  async setPolicy(caller: SignedIn, id: string, policy: Policy): Promise<EvaluationView> {
    const standing = await this.ledger.record(id, caller.id, (draft) => {
      requireRole(draft.state, caller.id, 'coordinator');
      requireUnlocked(draft.state);
      if (draft.state.policyFrozen) throw new Refusal('evaluation/policy-frozen');
      requireAdjudicator(draft.state, policy);
      draft.add({ kind: 'policyChanged', policy: soundPolicy(policy) });
    });
    return this.viewOf(standing, caller.id);
  }

  async setDates(caller: SignedIn, id: string, { dates, edition }: BodyOf<typeof evaluations.setDates>): Promise<EvaluationView> {
    const standing = await this.ledger.record(id, caller.id, (draft) => {
      requireRole(draft.state, caller.id, 'coordinator');
      requireUnlocked(draft.state);
      this.plan(draft, dates, edition);
    });
    return this.viewOf(standing, caller.id);
  }

  async openScoring(caller: SignedIn, id: string): Promise<EvaluationView> {
    const standing = await this.ledger.record(id, caller.id, (draft) => {
      requireRole(draft.state, caller.id, 'coordinator');
      requireUnlocked(draft.state);
      if (draft.state.scoringOpen) throw new Refusal('evaluation/wrong-phase', { phase: 'scoring' });
      if (evaluatorsOf(draft.state).length < 2) throw new Refusal('evaluation/team-too-small', { min: 2 });
      draft.add({ kind: 'scoringOpened' });
    });
    return this.viewOf(standing, caller.id);
  }

  async log(caller: SignedIn, id: string): Promise<LedgerLineView[]> {
    const standing = await this.ledger.read(id);
    const member = requireAccess(standing.state, caller.id);
    if (member.role === 'contact' || member.role === 'observer') throw new Refusal('people/not-allowed');
    return ledgerFor(standing.state, await this.ledger.lines(standing), member, await this.namesOf(standing.state), new Date().toISOString());
  }

  /** Names of everyone who has ever taken part. */
  async namesOf(state: EvaluationState): Promise<Names> {
    const persons = await this.accounts.byIds([...new Set(state.members.map((member) => member.person))]);
    return new Map(persons.map((person) => [person.id, { name: person.name, organisation: person.organisation }]));
  }

  /** The evaluation as the person may see it. */
  async viewOf(standing: Standing, viewer: string): Promise<EvaluationView> {
    const member: Member = requireAccess(standing.state, viewer);
    return viewFor(standing, member, await this.namesOf(standing.state), new Date().toISOString());
  }

  /** Only what differs is said; nothing when all stands as it did. */
  private plan(draft: LedgerDraft, dates: PlannedDates, edition: number): void {
    const changes = scheduling(draft.state, dates, edition);
    if (changes.length > 0) draft.add({ kind: 'scheduled', changes });
  }

  private join(draft: LedgerDraft, person: string, role: Role): void {
    const known = membershipsOf(draft.state, person);
    if (known.length > 0) throw new Refusal('people/already-member', { role: known[0]?.role });
    draft.add({ kind: 'joined', person, role, seat: role === 'evaluator' ? nextSeat(draft.state) : null });
  }

  private async scoreable(id: string): Promise<Instrument> {
    const instrument = await this.instruments.read(id);
    // A model made for practice is for `training.ts` alone: what counts as a training is known by it.
    if (instrument.training === true) throw new Refusal('wire/not-found');
    if (questionsOf(instrument).length === 0) throw new Refusal('instrument/no-questions', { id });
    return instrument;
  }
}

/** Once something is sealed the evaluators are who they are: another one would change what opens. */
function requireTeamOpen(state: EvaluationState, role: Role): void {
  if (role === 'evaluator' && state.policyFrozen) throw new Refusal('evaluation/team-frozen');
}

function requireDistinct(members: readonly NewMember[]): void {
  const emails = members.map((member) => member.email);
  const twice = emails.find((email, index) => emails.indexOf(email) !== index);
  if (twice !== undefined) throw new Refusal('people/already-member', { email: twice });
}
