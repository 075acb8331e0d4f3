import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { emptyPlan, Refusal, type VisitPlan } from '@samsyn/domain';
import { DataSource } from 'typeorm';
import { statement } from '../database';
import { VisitPlanRow, VisitReleaseRow } from './plan-rows.entity';

export interface Draft {
  readonly plan: VisitPlan;
  readonly askedUntil: string | null;
}

const attempts = 30;

/** The draft and the releases of a visit, as rows. */
@Injectable()
export class VisitPlans {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async draft(evaluationId: string): Promise<Draft> {
    const row = await this.source.getRepository(VisitPlanRow).findOneBy({ evaluationId });
    return row ? { plan: row.plan, askedUntil: row.askedUntil } : { plan: emptyPlan([]), askedUntil: null };
  }

  /** Decides on the plan as it stands, and again when somebody wrote in between: only the same thing changed twice is refused. */
  async change(evaluationId: string, decide: (plan: VisitPlan) => VisitPlan): Promise<VisitPlan> {
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const { plan } = await this.draft(evaluationId);
      const next = decide(plan);
      const written = await statement(this.source, 'put-plan', putStatement, [evaluationId, plan.edition, next.edition, JSON.stringify(next)]);
      if (written.length > 0) return next;
    }
    throw new Refusal('interviews/stale', { what: 'plan', id: '', title: '' });
  }

  async askUntil(evaluationId: string, until: string): Promise<void> {
    await statement(this.source, 'ask-until', `INSERT INTO visit_plan (evaluation_id, edition, plan, asked_until) VALUES ($1, 0, $2::jsonb, $3::date) ON CONFLICT (evaluation_id) DO UPDATE SET asked_until = excluded.asked_until`, [evaluationId, JSON.stringify(emptyPlan([])), until]);
  }

  /** Newest first. */
  releases(evaluationId: string): Promise<VisitReleaseRow[]> {
    return this.source.getRepository(VisitReleaseRow).find({ where: { evaluationId }, order: { version: 'DESC' } });
  }

  lastRelease(evaluationId: string): Promise<VisitReleaseRow | null> {
    return this.source.getRepository(VisitReleaseRow).findOne({ where: { evaluationId }, order: { version: 'DESC' } });
  }
}

/** Written only on the edition it was decided on; the first writer of all makes the row. */
const putStatement = `WITH moved AS (UPDATE visit_plan SET edition = $3::int, plan = $4::jsonb WHERE evaluation_id = $1::uuid AND edition = $2::int RETURNING edition),
  made AS (INSERT INTO visit_plan (evaluation_id, edition, plan) SELECT $1::uuid, $3::int, $4::jsonb WHERE $2::int = 0 AND NOT EXISTS (SELECT 1 FROM visit_plan WHERE evaluation_id = $1::uuid) ON CONFLICT DO NOTHING RETURNING edition)
  SELECT edition FROM moved UNION ALL SELECT edition FROM made`;
