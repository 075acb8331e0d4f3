import type { Instrument } from '@samsyn/domain';
import { createHash } from 'node:crypto';

/**
 * Every evaluation has its own frozen instrument in the database; in memory those that are equal, letter for letter, are
 * one object, kept as long as an evaluation in memory uses it. Five hundred evaluations hold a handful of instruments.
 */
export class SharedInstruments {
  private readonly byHash = new Map<string, WeakRef<Instrument>>();
  private readonly gone = new FinalizationRegistry<string>((hash) => {
    if (!this.byHash.get(hash)?.deref()) this.byHash.delete(hash);
  });

  /** The same instrument, as the one object that all who have it share. */
  share(instrument: Instrument): Instrument {
    const hash = createHash('sha256').update(JSON.stringify(instrument)).digest('base64');
    const kept = this.byHash.get(hash)?.deref();
    if (kept) return kept;
    this.byHash.set(hash, new WeakRef(instrument));
    this.gone.register(instrument, hash);
    return instrument;
  }
}
