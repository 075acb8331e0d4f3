import { instrumentOf } from '@samsyn/samples';
import { SharedInstruments } from './shared-instruments';

describe('shared instruments', () => {
  it('are one object when they are equal, another when a letter differs', () => {
    const shared = new SharedInstruments();
    const first = instrumentOf([40, 60]);
    const kept = Array.from({ length: 500 }, () => shared.share(instrumentOf([40, 60])));
    expect(new Set([...kept, shared.share(structuredClone(first))]).size).toBe(1);
    expect(shared.share({ ...first, revision: 'another' })).not.toBe(kept[0]);
    expect(shared.share(structuredClone(first))).toEqual(first);
  });
});
