import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { InstrumentSummary } from '@samsyn/contract';
import { questionsOf, Refusal, soundInstrument, type Instrument } from '@samsyn/domain';
import { shippedInstruments } from '@samsyn/domain/shipped';
import { Repository } from 'typeorm';
import { InstrumentRow } from './instrument.entity';

/** Published instruments: added once, never changed. The shipped revisions are added at the first start. */
@Injectable()
export class Instruments implements OnModuleInit {
  constructor(@InjectRepository(InstrumentRow) private readonly rows: Repository<InstrumentRow>) {}

  async onModuleInit(): Promise<void> {
    await this.rows.createQueryBuilder().insert().values(shippedInstruments.map((body) => ({ id: body.id, body: soundInstrument(body), shipped: true }))).orIgnore().execute();
  }

  async list(): Promise<InstrumentSummary[]> {
    return (await this.rows.find({ order: { id: 'ASC' } })).map(summaryOf);
  }

  async read(id: string): Promise<Instrument> {
    const row = await this.rows.findOneBy({ id });
    if (!row) throw new Refusal('wire/not-found');
    return row.body;
  }

  async publish(instrument: Instrument): Promise<InstrumentSummary> {
    const row = { id: instrument.id, body: soundInstrument(instrument), shipped: false };
    const added = await this.rows.createQueryBuilder().insert().values(row).orIgnore().returning('id').execute();
    if ((added.raw as unknown[]).length === 0) throw new Refusal('instrument/exists', { id: instrument.id });
    return summaryOf(row);
  }
}

function summaryOf({ body, shipped }: Pick<InstrumentRow, 'body' | 'shipped'>): InstrumentSummary {
  const questions = questionsOf(body).length;
  return { id: body.id, revision: body.revision, title: body.title, questions, scoreable: questions > 0 && body.areas.every((area) => area.questions.length > 0), shipped };
}
