import { TestBed } from '@angular/core/testing';
import { TranslocoTestingModule } from '@jsverse/transloco';
import type { LeafChange } from '@samsyn/domain';
import { ChangeWords } from './change-words';
import { words } from './words.sv';

const names = new Map([['p1', 'Ana Holm'], ['p2', 'Luis Berg']]);

describe('a changed value in words', () => {
  const tell = (path: readonly string[], before: LeafChange['before'], after: LeafChange['after']): string => {
    const { label, before: was, after: is } = TestBed.inject(ChangeWords).tell({ path, before, after }, names);
    return `${label}: ${was} → ${is}`;
  };

  beforeEach(() => {
    TestBed.configureTestingModule({ imports: [TranslocoTestingModule.forRoot({ langs: { sv: { report: words } }, translocoConfig: { availableLangs: ['sv'], defaultLang: 'sv' }, preloadLangs: true })] });
  });

  it('says whose voice and which round', () => {
    expect(tell(['voices', 'p1', '2', 'rationale'], 'Så.', 'Så här.')).toBe('Bedömning, Ana Holm, Omgång 2, motivering: Så. → Så här.');
    expect(tell(['voices', 'p1', '1', 'judgements', 'a.system'], 40, 50)).toBe('Bedömning, Ana Holm, Omgång 1, bedömningar, a.system: 40 → 50');
  });

  it('leaves out what only tells the members of a list apart', () => {
    const added = (field: string, after: LeafChange['before']): LeafChange => ({ path: ['proposals', '3', field], before: null, after });
    expect(TestBed.inject(ChangeWords).tellAll([added('number', 3), added('by', 'p1'), added('method', 'discussed')], names).map(({ label, after }) => `${label}: ${after}`)).toEqual(['Förslag, 3, av: Ana Holm', 'Förslag, 3, Metod: Efter diskussion']);
  });

  it('says people, times, codes and exact values as a reader knows them', () => {
    expect(tell(['proposedBy'], 'p1', 'p2')).toBe('Föreslagen av: Ana Holm → Luis Berg');
    expect(tell(['settledAt'], null, '2026-05-03T07:14:00.000Z')).toBe('Beslutad: inget → söndag 3 maj 2026 09.14');
    expect(tell(['method'], 'equal', 'discussed')).toBe('Metod: Lika från början → Efter diskussion');
    expect(tell(['policy', 'revealUnit'], 'area', 'all')).toBe('Spelregler, när poängen öppnas: område för område → allt på en gång');
    expect(tell(['exact', 'percent'], '45', '457/10')).toBe('exakt, procent: 45 → 457/10 = 45,7');
    expect(tell(['rowsDiffer'], false, true)).toBe('Raderna skiljer sig från summan: nej → ja');
  });
});
