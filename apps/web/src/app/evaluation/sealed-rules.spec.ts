import { computed, signal } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { TranslocoTestingModule } from '@jsverse/transloco';
import type { EvaluationView, MemberView, PolicyProposalView } from '@samsyn/contract';
import { defaultPolicy } from '@samsyn/domain';
import { EvaluationStore } from './evaluation-store';
import { SealedRules } from './sealed-rules';
import { words } from './words.sv';

const member = (person: string, name: string, role: MemberView['role'], seat: number | null): MemberView => ({ person, name, organisation: '', role, seat, active: true, declared: { at: '', conflict: false } });
const members = [member('ana', 'Ana Holm', 'evaluator', 1), member('luis', 'Luis Berg', 'evaluator', 2), member('karin', 'Karin Öberg', 'coordinator', null)];
const proposal = (more: Partial<PolicyProposalView> = {}): PolicyProposalView => ({ number: 1, by: 'luis', at: '2026-11-22T09:42:00.000Z', policy: { ...defaultPolicy, amber: 20 }, reason: 'Skalan är grov.', mayApprove: true, ...more });
const view = (more: Partial<EvaluationView> = {}): EvaluationView => ({ id: 'e1', me: 'ana', phase: 'scoring', policy: defaultPolicy, policyFrozen: true, members, ...more }) as EvaluationView;

describe('the rules once something is sealed', () => {
  const seen = signal<EvaluationView | null>(null);
  let sent: unknown[];
  let answer: { status: number; body: unknown };
  let read: () => void;

  const screen = async (shows: EvaluationView): Promise<ComponentFixture<SealedRules>> => {
    seen.set(shows);
    const fixture = TestBed.createComponent(SealedRules);
    await fixture.whenStable();
    return fixture;
  };
  const host = (fixture: ComponentFixture<SealedRules>): HTMLElement => fixture.nativeElement as HTMLElement;
  const buttons = (fixture: ComponentFixture<SealedRules>): string[] => [...host(fixture).querySelectorAll('button')].map((own) => own.textContent?.trim() ?? '');
  const press = async (fixture: ComponentFixture<SealedRules>, text: string): Promise<void> => {
    const button = [...host(fixture).querySelectorAll('button')].find((own) => own.textContent?.includes(text));
    if (!button) throw new Error(text);
    button.click();
    await new Promise((done) => setTimeout(done));
    await fixture.whenStable();
  };
  const type = async (fixture: ComponentFixture<SealedRules>, field: string, text: string): Promise<void> => {
    const found = host(fixture).querySelector<HTMLInputElement | HTMLTextAreaElement>(`#p-${field}`);
    if (!found) throw new Error(field);
    found.value = text;
    found.dispatchEvent(new Event(field === 'reason' ? 'input' : 'change'));
    await fixture.whenStable();
  };
  const shown = (fixture: ComponentFixture<SealedRules>): string => host(fixture).textContent ?? '';

  beforeEach(() => {
    [sent, answer, read] = [[], { status: 200, body: view() }, () => undefined];
    globalThis.fetch = (_address, options) => {
      sent.push(JSON.parse(String(options?.body)));
      return Promise.resolve({ ok: answer.status === 200, status: answer.status, headers: new Headers(), json: () => Promise.resolve(answer.body) } as Response);
    };
    const store = {
      evaluation: seen.asReadonly(), me: computed(() => seen()?.me ?? ''), evaluator: (person: string) => members.find((own) => own.person === person && own.role === 'evaluator'),
      show: (next: EvaluationView) => seen.set(next), read: () => Promise.resolve(read()),
    };
    TestBed.configureTestingModule({
      imports: [TranslocoTestingModule.forRoot({ langs: { sv: { evaluation: words } }, translocoConfig: { availableLangs: ['sv'], defaultLang: 'sv' }, preloadLangs: true })],
      providers: [provideRouter([]), { provide: EvaluationStore, useValue: store }],
    });
  });

  it('are told calmly, with a way to propose; under lock there is none', async () => {
    const fixture = await screen(view());
    expect([shown(fixture).includes('Spelreglerna är låsta sedan första förseglingen.'), buttons(fixture)]).toEqual([true, ['Föreslå ändring']]);
    seen.set(view({ phase: 'locked' }));
    await fixture.whenStable();
    expect(buttons(fixture)).toEqual([]);
  });

  it('show what waits from what to what, and the answers that the reader may give', async () => {
    const fixture = await screen(view({ policyProposal: proposal() }));
    expect([...host(fixture).querySelectorAll('tbody tr')].map((row) => row.textContent?.replace(/\s+/g, ' ').trim())).toEqual(['Gräns för avvikelse15 procentenheter20 procentenheter']);
    expect([shown(fixture).includes('Skalan är grov.'), buttons(fixture)]).toEqual([true, ['Godkänn ändringen', 'Avböj', 'Föreslå något annat']]);
    seen.set(view({ policyProposal: proposal({ by: 'ana', mayApprove: false }) }));
    await fixture.whenStable();
    expect([buttons(fixture), shown(fixture).includes('En annan utvärderare eller samordnaren behöver godkänna.')]).toEqual([['Dra tillbaka', 'Föreslå något annat'], true]);
    await press(fixture, 'Dra tillbaka');
    expect([sent, shown(fixture).includes('Förslaget är draget tillbaka.')]).toEqual([[{ proposal: 1 }], true]);
  });

  it('approve the proposal that is shown, and read again when another stands', async () => {
    const fixture = await screen(view({ policyProposal: proposal() }));
    answer = { status: 409, body: { code: 'evaluation/policy-proposal-changed', facts: {}, request: 'r' } };
    read = () => seen.set(view({ policyProposal: proposal({ number: 2, policy: { ...defaultPolicy, red: 40 } }) }));
    await press(fixture, 'Godkänn ändringen');
    expect([sent, shown(fixture).includes('Gräns för stor avvikelse'), host(fixture).querySelector('[role=alert]') !== null]).toEqual([[{ proposal: 1 }], true, true]);
  });

  it('ask for a change and a reason, keep what is typed, and undo nothing that changed meanwhile', async () => {
    const fixture = await screen(view());
    await press(fixture, 'Föreslå ändring');
    expect([host(fixture).querySelector('[name=revealUnit]'), shown(fixture).includes('Ändra minst en spelregel.')]).toEqual([null, true]);
    await type(fixture, 'amber', '20');
    await press(fixture, 'Skicka förslaget');
    expect([sent, host(fixture).querySelector('#p-reason')?.getAttribute('aria-invalid')]).toEqual([[], 'true']);
    await type(fixture, 'reason', ' Skalan är grov. ');
    await press(fixture, 'Avbryt');
    seen.set(view({ policy: { ...defaultPolicy, red: 45 } }));
    await press(fixture, 'Föreslå ändring');
    await press(fixture, 'Skicka förslaget');
    expect(sent).toEqual([{ policy: { ...defaultPolicy, amber: 20, red: 45 }, reason: 'Skalan är grov.', answers: null }]);
  });

  it('propose something else over what waits, naming it', async () => {
    const fixture = await screen(view({ policyProposal: proposal({ number: 3 }) }));
    await press(fixture, 'Föreslå något annat');
    await type(fixture, 'amber', '18');
    await type(fixture, 'reason', 'Arton räcker.');
    await press(fixture, 'Skicka förslaget');
    expect(sent).toEqual([{ policy: { ...defaultPolicy, amber: 18 }, reason: 'Arton räcker.', answers: 3 }]);
  });
});
