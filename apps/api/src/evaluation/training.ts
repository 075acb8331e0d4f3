import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { AnswerOf, evaluations } from '@samsyn/contract';
import { Refusal, requireAccess, type Role } from '@samsyn/domain';
import { trainingCase, trainingId } from '@samsyn/domain/training';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { statement } from '../database';
import { Instruments } from '../instrument';
import { PersonRow, type SignedIn } from '../people';
import { EvaluationLedger, type Standing } from './evaluation-ledger';
import type { LedgerDraft } from './ledger-draft';
import { referenceSheets, trainingPolicy, type Language } from './reference-sheets';
import { Turns } from './turns';

type Material = AnswerOf<typeof evaluations.material>;

/** How many trainings a person may begin in 24 hours. */
const most = 20;

interface SystemPerson {
  readonly id: string;
  readonly name: string;
}
/** Sets a training up, as a coordinator does: the ledger's rules hold for it like for any evaluation. */
const host: SystemPerson = { id: '00000000-0000-4000-8000-000000000001', name: 'Samsyn' };
/** The other evaluator. One a language: a sealed sheet has one. */
const references: Readonly<Record<Language, SystemPerson>> = {
  sv: { id: '00000000-0000-4000-8000-000000000002', name: 'Referens' },
  en: { id: '00000000-0000-4000-8000-000000000003', name: 'Reference' },
};

/**
 * Practice on a made-up municipality: an ordinary evaluation whose second evaluator has sealed everything from the start.
 * Sealing a question therefore opens it at once; until then the reference is as hidden as any colleague's sheet.
 */
@Injectable()
export class Training {
  private readonly turns = new Turns();
  private known = false;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly ledger: EvaluationLedger,
    private readonly instruments: Instruments,
  ) {}

  /** Begins a training; refuses `evaluation/enough-training`. */
  begin(caller: SignedIn, language: Language): Promise<Standing> {
    return this.turns.take(caller.id, async () => {
      if ((await this.lately(caller.id)) >= most) throw new Refusal('evaluation/enough-training', { max: most });
      await this.systemPeople();
      const reference = references[language];
      const instrument = await this.instruments.read(trainingId);
      return this.ledger.create(randomUUID(), { instrument, decimals: 0, demo: caller.demo }, reference.id, (draft) => {
        draft.add({ kind: 'created', municipality: { code: null, name: trainingCase.municipality }, year: trainingCase.year, instrument: instrument.id, sandbox: true, policy: trainingPolicy }, host.id);
        join(draft, host.id, 'coordinator', null);
        join(draft, caller.id, 'evaluator', 1);
        join(draft, reference.id, 'evaluator', 2);
        draft.add({ kind: 'scoringOpened' }, host.id);
        draft.seal(referenceSheets(instrument, language).map((own) => ({ ...own, round: 1 })));
      });
    });
  }

  /** What there is to judge from; empty in an evaluation of something real. */
  material({ state }: Standing, person: string): Material {
    requireAccess(state, person);
    if (state.instrument.id !== trainingId) return { welcome: null, pieces: [] };
    return { welcome: trainingCase.welcome, pieces: [...trainingCase.pieces] };
  }

  private async lately(person: string): Promise<number> {
    const [row] = await statement<{ n: number }>(this.source, 'trainings-lately', latelyStatement, [person, trainingId]);
    return row?.n ?? 0;
  }

  /** Rows to be named by, made at first use. Their "addresses" are none, so nothing that signs people in can find them. */
  private async systemPeople(): Promise<void> {
    if (this.known) return;
    const rows = [host, ...Object.values(references)].map(({ id, name }) => ({ id, email: `system-${id.slice(-1)}`, name, organisation: '' }));
    await this.source.getRepository(PersonRow).createQueryBuilder().insert().values(rows).orIgnore().execute();
    this.known = true;
  }
}

/** Who takes part in a training has nothing to declare: nobody gains or loses by it. */
function join(draft: LedgerDraft, person: string, role: Role, seat: number | null): void {
  draft.add({ kind: 'joined', person, role, seat }, host.id);
  draft.add({ kind: 'declared', person, conflict: false, text: '' }, person);
}

const latelyStatement = `SELECT count(*)::int AS n FROM evaluation_member m JOIN evaluation e ON e.id = m.evaluation_id
  WHERE m.person_id = $1 AND e.created_at > now() - interval '24 hours' AND e.instrument->>'id' = $2`;
