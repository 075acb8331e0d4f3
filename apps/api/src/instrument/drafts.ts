import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { AnswerOf, instruments as wire, InstrumentDraftSummary, InstrumentDraftView, InstrumentSummary } from '@samsyn/contract';
import { asInstrument, checkDraft, draftOf, emptyDraft, Refusal, type Instrument, type InstrumentDraft } from '@samsyn/domain';
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { Repository } from 'typeorm';
import { PersonRow, type SignedIn } from '../people';
import { InstrumentDraftRow } from './instrument-draft.entity';
import { InstrumentRow } from './instrument.entity';
import { Instruments } from './instruments';

type DraftFaults = InstrumentDraftView['faults'];

/** Instruments under work, shared by everyone who may create evaluations: saved as they are, published when they have no fault. */
@Injectable()
export class Drafts {
  constructor(
    @InjectRepository(InstrumentDraftRow) private readonly rows: Repository<InstrumentDraftRow>,
    @InjectRepository(InstrumentRow) private readonly published: Repository<InstrumentRow>,
    private readonly instruments: Instruments,
  ) {}

  async list(): Promise<InstrumentDraftSummary[]> {
    const rows = await this.rows.find({ order: { updatedAt: 'DESC', id: 'ASC' } });
    return Promise.all(rows.map(async (row) => ({ ...(await this.summaryOf(row)), faults: (await this.faultsOf(row.body)).length })));
  }

  async begin(caller: SignedIn, basedOn: string | null, body: InstrumentDraft | null): Promise<InstrumentDraftView> {
    const base = basedOn === null ? null : await this.instruments.read(basedOn);
    const begun = body ?? (base ? await this.successorOf(base) : emptyDraft());
    const row = { id: randomUUID(), body: storable(begun), basedOn, edition: 1, createdBy: caller.id, updatedBy: caller.id, updatedAt: new Date() };
    await this.rows.insert(row);
    return this.viewOf(row);
  }

  async read(id: string): Promise<InstrumentDraftView> {
    return this.viewOf(await this.found(id));
  }

  async save(caller: SignedIn, id: string, edition: number, given: InstrumentDraft): Promise<AnswerOf<typeof wire.save>> {
    const body = storable(given);
    const next = { body, edition: edition + 1, updatedBy: caller.id, updatedAt: new Date() };
    const { affected } = await this.rows.update({ id, edition }, next);
    const row = await this.found(id);
    // A save whose answer was lost is sent again: what stands is what it says, by the same person.
    const said = affected === 1 || (row.edition === edition + 1 && row.updatedBy === caller.id && isDeepStrictEqual(row.body, body));
    if (!said) throw await this.stale(row);
    const { body: _body, ...view } = await this.viewOf({ ...row, ...next });
    return view;
  }

  /** One transaction, on one connection, holds the draft, adds the instrument and removes the draft: whoever comes second finds none. */
  async publish(id: string, edition: number): Promise<InstrumentSummary> {
    return this.rows.manager.transaction(async (manager) => {
      const row = await manager.findOne(InstrumentDraftRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!row) throw new Refusal('wire/not-found');
      if (row.edition !== edition) throw await this.stale(row, manager);
      const instrument = asInstrument(row.body);
      const faults = await this.unknownSuperseded(row.body, manager);
      if (faults.length > 0) throw new Refusal('instrument/unsound', { faults });
      const summary = await this.instruments.publish(instrument, manager);
      await manager.delete(InstrumentDraftRow, { id });
      return summary;
    });
  }

  async remove(id: string, edition: number): Promise<{ removed: true }> {
    const { affected } = await this.rows.delete({ id, edition });
    if (affected !== 1) throw await this.stale(await this.found(id));
    return { removed: true };
  }

  private async found(id: string): Promise<InstrumentDraftRow> {
    const row = await this.rows.findOneBy({ id });
    if (!row) throw new Refusal('wire/not-found');
    return row;
  }

  private async stale({ edition, updatedBy, updatedAt }: InstrumentDraftRow, within = this.rows.manager): Promise<Refusal> {
    return new Refusal('instrument/stale-draft', { edition, updatedBy: await this.nameOf(updatedBy, within), updatedAt: updatedAt.toISOString() });
  }

  private async nameOf(id: string, within = this.rows.manager): Promise<string> {
    return (await within.findOne(PersonRow, { select: { id: true, name: true }, where: { id } }))?.name ?? '';
  }

  private async summaryOf({ id, body, basedOn, edition, updatedAt, updatedBy }: InstrumentDraftRow): Promise<Omit<InstrumentDraftSummary, 'faults'>> {
    return { draft: id, id: body.id, title: body.title, basedOn, edition, updatedAt: updatedAt.toISOString(), updatedBy: await this.nameOf(updatedBy) };
  }

  private async viewOf(row: InstrumentDraftRow): Promise<InstrumentDraftView> {
    return { ...(await this.summaryOf(row)), body: row.body, faults: await this.faultsOf(row.body) };
  }

  /** What the rules say, and what only the house knows: `id-taken` and `supersedes-unknown`. */
  private async faultsOf(body: InstrumentDraft): Promise<DraftFaults> {
    const taken = body.id !== '' && (await this.published.existsBy({ id: body.id }));
    return [...(taken ? [{ path: ['id'], where: 'id', rule: 'id-taken', found: body.id, expected: null }] : []), ...(await this.unknownSuperseded(body)), ...checkDraft(body)];
  }

  private async unknownSuperseded({ supersedes }: InstrumentDraft, within = this.rows.manager): Promise<DraftFaults> {
    if (!supersedes || (await within.existsBy(InstrumentRow, { id: supersedes }))) return [];
    return [{ path: ['supersedes'], where: 'supersedes', rule: 'supersedes-unknown', found: supersedes, expected: null }];
  }

  /** A draft of the next version, under the first name that is free: kk-2016, kk-2016-v2, kk-2016-v3. */
  private async successorOf(base: Instrument): Promise<InstrumentDraft> {
    const stem = base.id.replace(/-v\d+$/, '').slice(0, 54);
    const ids = new Set((await this.published.find({ select: { id: true } })).map(({ id }) => id));
    let version = 2;
    while (ids.has(`${stem}-v${version}`)) version += 1;
    return { ...draftOf(base), id: `${stem}-v${version}`, supersedes: base.id };
  }
}

/** Text that the database takes: a draft may be pasted from anywhere, and saving it always succeeds. */
const storable = (body: InstrumentDraft): InstrumentDraft =>
  JSON.parse(JSON.stringify(body, (_, value: unknown) => (typeof value === 'string' ? value.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\uFFFD') : value))) as InstrumentDraft;
