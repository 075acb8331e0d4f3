import { Service, computed, signal } from '@angular/core';
import { instruments, type RouteAnswer } from '@samsyn/contract/routes';
import { mappingFaults, onOtherScale, sumOf, swedish, type CarriedSum, type Instrument, type OnOtherScale, type Report, type Scale } from '@samsyn/domain';
import { shippedMappings } from '@samsyn/domain/mappings';
import { call, CallFailed } from '../http';

/** What the panel shows for the chosen model. `unmapped`: nothing is known of how the two models hang together. */
export type Reading =
  | { readonly kind: 'none' | 'reading' }
  | { readonly kind: 'unmapped'; readonly model: Instrument }
  | { readonly kind: 'read'; readonly model: Instrument; readonly result: OnOtherScale }
  | { readonly kind: 'failed'; readonly failure: CallFailed };

/** A stored report as a scale: the numbers that another model is read from. */
export const scaleOf = (report: Report): Scale => ({
  id: report.instrument.id,
  areas: report.areas.map(({ number, rows }) => ({ number, max: sumOf(rows.map((row) => row.exact.max)), questions: rows.map((row) => ({ number: row.number, max: row.exact.max })) })),
});

/**
 * A report read on another model's scale, from the report's own stored figures. A model's own mappings are asked first, of
 * the target and then of the report's model, then the shipped ones; one that does not fit these two models is passed over.
 */
export function readOn(report: Report, model: Instrument, own: Instrument | null): OnOtherScale | null {
  const from = scaleOf(report);
  const mapping = [...(model.mappings ?? []), ...(own?.mappings ?? []), ...shippedMappings].find((candidate) => mappingFaults(candidate, from, model).length === 0);
  return mapping ? onOtherScale(mapping, from, model, Object.fromEntries(report.areas.flatMap(({ rows }) => rows.map((row) => [row.number, row.exact.percent])))) : null;
}

/** How the bounds of a sum are written: "55–70", one figure where both meet, null where nothing is comparable. */
export function spanOf(bounds: CarriedSum['firm'], decimals: number): string | null {
  if (!bounds) return null;
  const [low, high] = [swedish(bounds.low, decimals), swedish(bounds.high, decimals)];
  return low === high ? low : `${low}–${high}`;
}

/** The models a report can be held against, and the report on the chosen one. */
@Service({ autoProvided: false })
export class OtherScaleStore {
  private readonly list = signal<RouteAnswer<typeof instruments.list> | null>(null);
  private readonly listFailed = signal<CallFailed | null>(null);
  private readonly now = signal<Reading>({ kind: 'none' });
  private readonly known = new Map<string, Instrument>();
  private asked = 0;

  readonly models = this.list.asReadonly();
  readonly modelsFailure = this.listFailed.asReadonly();
  readonly reading = this.now.asReadonly();
  readonly shown = computed(() => {
    const reading = this.now();
    return reading.kind === 'read' ? reading : null;
  });

  async open(): Promise<void> {
    this.listFailed.set(null);
    try {
      this.list.set(await call(instruments.list));
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      this.listFailed.set(failure);
    }
  }

  /** An empty id is no choice. A later choice wins over an earlier answer. */
  async choose(report: Report, id: string): Promise<void> {
    const asked = ++this.asked;
    this.now.set({ kind: id === '' ? 'none' : 'reading' });
    if (id === '') return;
    const answer = await this.read(report, id);
    if (asked === this.asked) this.now.set(answer);
  }

  private async read(report: Report, id: string): Promise<Reading> {
    try {
      const [model, own] = await Promise.all([this.model(id), this.model(report.instrument.id).catch(nullIfMissing)]);
      const result = readOn(report, model, own);
      return result ? { kind: 'read', model, result } : { kind: 'unmapped', model };
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      return { kind: 'failed', failure };
    }
  }

  private async model(id: string): Promise<Instrument> {
    const model = this.known.get(id) ?? (await call(instruments.read, { params: { id } }));
    this.known.set(id, model);
    return model;
  }
}

/** An evaluation may have a model that is not published; then it has no mappings to offer. */
const nullIfMissing = (failure: unknown): null => {
  if (failure instanceof CallFailed && failure.code === 'wire/not-found') return null;
  throw failure;
};
