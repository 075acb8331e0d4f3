import { signal } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { TranslocoTestingModule } from '@jsverse/transloco';
import type { EvaluationView } from '@samsyn/contract';
import { noDates, type PlannedDates } from '@samsyn/domain';
import { DatesSettings } from './dates-settings';
import { EvaluationStore } from './evaluation-store';
import { words } from './words.sv';

const visit: PlannedDates = { ...noDates, visitFrom: '2026-12-03', visitTo: '2026-12-04' };
const view = (dates: PlannedDates, datesEdition: number, more: Partial<EvaluationView> = {}): EvaluationView => ({ id: 'e1', phase: 'scoring', dates, datesEdition, ...more }) as EvaluationView;

describe('the dates in the settings', () => {
  const seen = signal<EvaluationView | null>(null);
  let sent: unknown[];
  let answer: { status: number; body: unknown };
  let read: () => void;

  const screen = async (): Promise<ComponentFixture<DatesSettings>> => {
    const fixture = TestBed.createComponent(DatesSettings);
    await fixture.whenStable();
    return fixture;
  };
  const field = (fixture: ComponentFixture<DatesSettings>, date: string): HTMLInputElement => {
    const found = (fixture.nativeElement as HTMLElement).querySelector<HTMLInputElement>(`#d-${date}`);
    if (!found) throw new Error(date);
    return found;
  };
  const type = async (fixture: ComponentFixture<DatesSettings>, date: string, day: string): Promise<void> => {
    field(fixture, date).value = day;
    field(fixture, date).dispatchEvent(new Event('input'));
    await fixture.whenStable();
  };
  const press = async (fixture: ComponentFixture<DatesSettings>, text: string): Promise<void> => {
    const button = [...(fixture.nativeElement as HTMLElement).querySelectorAll('button')].find((own) => own.textContent?.includes(text));
    if (!button) throw new Error(text);
    button.click();
    await new Promise((done) => setTimeout(done));
    await fixture.whenStable();
  };
  const shown = (fixture: ComponentFixture<DatesSettings>): string => (fixture.nativeElement as HTMLElement).textContent ?? '';

  beforeEach(() => {
    [sent, answer, read] = [[], { status: 200, body: view(visit, 2) }, () => undefined];
    seen.set(view(visit, 1));
    globalThis.fetch = (_address, options) => {
      sent.push(JSON.parse(String(options?.body)));
      return Promise.resolve({ ok: answer.status === 200, status: answer.status, headers: new Headers(), json: () => Promise.resolve(answer.body) } as Response);
    };
    const store = { evaluation: seen.asReadonly(), show: (next: EvaluationView) => seen.set(next), read: () => Promise.resolve(read()) };
    TestBed.configureTestingModule({
      imports: [TranslocoTestingModule.forRoot({ langs: { sv: { evaluation: words, http: { dates: { visitTo: 'besökets sista dag' } } } }, translocoConfig: { availableLangs: ['sv'], defaultLang: 'sv' }, preloadLangs: true })],
      providers: [{ provide: EvaluationStore, useValue: store }],
    });
  });

  it('show what stands and send all six over the edition that was read', async () => {
    const fixture = await screen();
    expect([field(fixture, 'visitFrom').value, field(fixture, 'consensus').value]).toEqual(['2026-12-03', '']);
    await type(fixture, 'consensus', '2026-12-14');
    answer.body = view({ ...visit, consensus: '2026-12-14' }, 2);
    await press(fixture, 'Spara datum');
    expect(sent).toEqual([{ dates: { ...visit, consensus: '2026-12-14' }, edition: 1 }]);
    expect(shown(fixture)).toContain('Datumen är sparade.');
  });

  it('name what is out of order at its field, and send nothing', async () => {
    const fixture = await screen();
    await type(fixture, 'consensus', '2026-12-02');
    expect([field(fixture, 'consensus').getAttribute('aria-invalid'), shown(fixture)]).toEqual(['true', expect.stringContaining('Samsynsmöte: kan inte ligga före besökets sista dag.')]);
    await press(fixture, 'Spara datum');
    expect(sent).toEqual([]);
  });

  it('show what somebody else changed meanwhile beside what is typed, and lose neither', async () => {
    const fixture = await screen();
    await type(fixture, 'consensus', '2026-12-14');
    answer = { status: 409, body: { code: 'evaluation/dates-changed', facts: {}, request: 'r' } };
    read = () => seen.set(view({ ...visit, visitTo: '2026-12-05' }, 2));
    await press(fixture, 'Spara datum');
    expect([field(fixture, 'consensus').value, field(fixture, 'visitTo').value, shown(fixture)]).toEqual(['2026-12-14', '2026-12-05', expect.stringMatching(/Besök till: 5 december( 2026)?, förut 4 december( 2026)?/)]);
    await press(fixture, 'Spara datum');
    expect(sent.length).toBe(1);
    answer = { status: 200, body: view({ ...visit, visitTo: '2026-12-05', consensus: '2026-12-14' }, 3) };
    await press(fixture, 'Behåll det jag har skrivit');
    await press(fixture, 'Spara datum');
    expect(sent[1]).toEqual({ dates: { ...visit, visitTo: '2026-12-05', consensus: '2026-12-14' }, edition: 2 });
  });

  it('give way to what stands when that is chosen, and are gone under lock', async () => {
    const fixture = await screen();
    await type(fixture, 'visitTo', '2026-12-09');
    seen.set(view({ ...visit, visitTo: '2026-12-05' }, 2));
    await fixture.whenStable();
    expect(field(fixture, 'visitTo').value).toBe('2026-12-09');
    await press(fixture, 'Ta det som gäller nu');
    expect(field(fixture, 'visitTo').value).toBe('2026-12-05');
    seen.set(view(visit, 3, { phase: 'locked' }));
    await fixture.whenStable();
    expect([shown(fixture).trim(), (fixture.nativeElement as HTMLElement).querySelector('input')]).toEqual(['Rapporten är låst. Datumen ändras inte längre.', null]);
  });
});
