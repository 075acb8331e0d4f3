import { TestBed } from '@angular/core/testing';
import type { Instrument } from '@samsyn/domain';
import { Guidance } from './guidance';

const words = (text: string): { sv: string; en: string } => ({ sv: text, en: text });
const lookFor = { documents: words('Mål och budget.'), website: words('Sidan om mål.'), interviews: words('Fråga politiker.') };
const instrumentWith = (guided: boolean): Instrument => ({
  id: 'small', revision: '1', title: words('Liten'), country: 'SE', step: 10, sources: [],
  areas: [{
    number: 1, title: words('Område'), max: 100, headings: [], ...(guided ? { introduction: words('Första.\n\nAndra.') } : {}),
    questions: [{ number: '1.1', title: words('Fråga'), short: words('F'), max: 100, criteria: [{ key: 'a', title: words('a'), dimensions: ['system'], ...(guided ? { lookFor } : {}) }] }],
  }],
});

describe('the guidance', () => {
  let asked: string[];
  let online: boolean;
  let instrument: Instrument;
  const started = async (person = 'ana', evaluation = 'e1'): Promise<Guidance> => {
    const guidance = TestBed.inject(Guidance);
    await guidance.start(evaluation, person);
    return guidance;
  };

  beforeEach(() => {
    [asked, online, instrument] = [[], true, instrumentWith(true)];
    localStorage.clear();
    globalThis.fetch = (address) => {
      asked.push(String(address));
      return online ? Promise.resolve({ ok: true, status: 200, json: () => Promise.resolve(instrument) } as Response) : Promise.reject(new TypeError('network'));
    };
  });

  it('is read once per evaluation, and says where to look', async () => {
    const guidance = await started();
    await guidance.start('e1', 'ana');
    expect(asked).toEqual(['/api/evaluations/e1/instrument']);
    expect([guidance.state(), guidance.offered(), guidance.open()]).toEqual(['ready', true, false]);
    expect([guidance.question('1.1')?.criteria[0]?.lookFor, guidance.question('9.9'), guidance.introduction(1)?.sv, guidance.introduction(2)]).toEqual([lookFor, null, 'Första.\n\nAndra.', null]);
    await guidance.start('e2', 'ana');
    expect(asked).toHaveLength(2);
  });

  it('remembers for each person whether it is open', async () => {
    const guidance = await started();
    guidance.turn(true);
    expect(guidance.open()).toBe(true);
    await guidance.start('e1', 'luis');
    expect(guidance.open()).toBe(false);
    TestBed.resetTestingModule();
    expect((await started()).open()).toBe(true);
  });

  it('says nothing at all where the instrument says nothing', async () => {
    localStorage.setItem('samsyn.guidance.ana', 'open');
    instrument = instrumentWith(false);
    const guidance = await started();
    guidance.turn(true);
    expect([guidance.offered(), guidance.open(), guidance.introduction(1)]).toEqual([false, false, null]);
  });

  it('tells of a failure to who wants it open, and reads again when asked or when the sheet looks again', async () => {
    online = false;
    const guidance = await started();
    expect([guidance.state(), guidance.failure()?.code, guidance.open()]).toEqual(['failed', 'offline', false]);
    guidance.turn(true);
    await Promise.resolve();
    expect(guidance.open()).toBe(true);
    await guidance.read();
    expect(guidance.state()).toBe('failed');
    online = true;
    await guidance.start('e1', 'ana');
    expect([guidance.state(), guidance.failure(), guidance.open()]).toEqual(['ready', null, true]);
  });

  it('does not show one evaluation what was read for another', async () => {
    const answers: ((response: Response) => void)[] = [];
    globalThis.fetch = () => new Promise((resolve) => answers.push(resolve));
    const answer = (own: Instrument): Response => ({ ok: true, status: 200, json: () => Promise.resolve(own) }) as Response;
    const guidance = TestBed.inject(Guidance);
    const first = guidance.start('e1', 'ana');
    const second = guidance.start('e2', 'ana');
    answers[1]?.(answer(instrumentWith(false)));
    await second;
    answers[0]?.(answer(instrumentWith(true)));
    await first;
    expect([guidance.state(), guidance.offered()]).toEqual(['ready', false]);
  });
});
