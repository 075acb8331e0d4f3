import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { InstrumentSummary } from '@samsyn/contract';
import { questionsOf, Refusal, soundInstrument, type Instrument } from '@samsyn/domain';
import { shippedInstruments } from '@samsyn/domain/shipped';
import { trainingInstrument } from '@samsyn/domain/training';
import { EntityManager, In, Repository } from 'typeorm';
import { InstrumentRow } from './instrument.entity';

/** What never changes about a published instrument; which one supersedes it may come to be. */
interface Published {
  readonly summary: Omit<InstrumentSummary, 'supersededBy'>;
  readonly training: boolean;
}

/** Published instruments: added once, never changed. The shipped ones are added at the first start that brings them. */
@Injectable()
export class Instruments implements OnModuleInit {
  /** Summaries by id: with criteria and guidance an instrument is large, and what is published stays as it is. */
  private readonly known = new Map<string, Published>();

  constructor(@InjectRepository(InstrumentRow) private readonly rows: Repository<InstrumentRow>) {}

  async onModuleInit(): Promise<void> {
    const there = new Set(await this.ids());
    const missing = [...shippedInstruments, trainingInstrument()].filter(({ id }) => !there.has(id));
    if (missing.length > 0) await this.rows.createQueryBuilder().insert().values(missing.map((body) => ({ id: body.id, body: soundInstrument(body), shipped: true }))).orIgnore().execute();
  }

  /** What there is to evaluate with, by id; instruments made for training are not among them. */
  async list(): Promise<InstrumentSummary[]> {
    const ids = await this.ids();
    const unknown = ids.filter((id) => !this.known.has(id));
    if (unknown.length > 0) for (const row of await this.rows.findBy({ id: In(unknown) })) this.known.set(row.id, publishedOf(row));
    const offered = ids.flatMap((id) => this.known.get(id) ?? []).filter(({ training }) => !training).map(({ summary }) => summary);
    return offered.map((summary) => ({ ...summary, supersededBy: newest(offered.filter(({ supersedes }) => supersedes === summary.id)) }));
  }

  async read(id: string): Promise<Instrument> {
    const row = await this.rows.findOneBy({ id });
    if (!row) throw new Refusal('wire/not-found');
    return row.body;
  }

  async publish(instrument: Instrument, within: EntityManager = this.rows.manager): Promise<InstrumentSummary> {
    const added = await within.getRepository(InstrumentRow).createQueryBuilder().insert().values({ id: instrument.id, body: soundInstrument(instrument), shipped: false }).orIgnore().returning(['id', 'createdAt']).execute();
    const [row] = added.raw as { created_at: Date }[];
    if (!row) throw new Refusal('instrument/exists', { id: instrument.id });
    return { ...publishedOf({ body: instrument, shipped: false, createdAt: row.created_at }).summary, supersededBy: null };
  }

  private async ids(): Promise<string[]> {
    return (await this.rows.find({ select: { id: true }, order: { id: 'ASC' } })).map(({ id }) => id);
  }
}

function publishedOf({ body, shipped, createdAt }: Pick<InstrumentRow, 'body' | 'shipped' | 'createdAt'>): Published {
  const questions = questionsOf(body);
  const summary = {
    id: body.id, revision: body.revision, title: body.title, questions: questions.length, criteria: questions.reduce((sum, { criteria }) => sum + criteria.length, 0),
    scoreable: questions.length > 0 && body.areas.every((area) => area.questions.length > 0), shipped, publishedAt: createdAt.toISOString(), supersedes: body.supersedes ?? null,
  };
  return { summary, training: body.training ?? false };
}

/** Of several that take the place of one, the last published. */
const newest = (successors: readonly Published['summary'][]): string | null => [...successors].sort((a, b) => b.publishedAt.localeCompare(a.publishedAt) || a.id.localeCompare(b.id))[0]?.id ?? null;
