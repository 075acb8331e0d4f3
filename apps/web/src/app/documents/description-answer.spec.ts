import { Answer, pause, type Drawer, type Other } from './description-answer';

const answer = (status: number, body: unknown): Response => ({ ok: status < 400, status, json: () => Promise.resolve(body) }) as Response;

describe('an answer being written', () => {
  const real = globalThis.fetch;
  let sent: { text: string; edition: number }[];
  let next: () => Promise<Response>;
  let kept: Other | null;
  const drawer: Drawer = { read: () => kept, write: (own) => (kept = own) };
  const settle = async (milliseconds: number): Promise<void> => void (await jest.advanceTimersByTimeAsync(milliseconds));

  beforeEach(() => {
    jest.useFakeTimers();
    [sent, kept] = [[], null];
    let edition = 4;
    next = () => Promise.resolve(answer(200, { edition: ++edition }));
    globalThis.fetch = (_, init) => {
      sent.push(JSON.parse(String(init?.body)) as { text: string; edition: number });
      return next();
    };
  });
  afterEach(() => {
    jest.useRealTimers();
    globalThis.fetch = real;
  });
  const begun = (): Answer => {
    const own = new Answer('e1', '1.1', drawer);
    own.hear({ text: 'Vi har', edition: 4 });
    return own;
  };

  it('saves once when the typing pauses, over the edition it began from', async () => {
    const own = begun();
    own.write('Vi har en');
    own.write('Vi har en plan');
    expect(kept).toEqual({ text: 'Vi har en plan', edition: 4 });
    await settle(pause);
    own.write('Vi har en plan.');
    await settle(pause);
    expect(sent).toEqual([{ text: 'Vi har en plan', edition: 4 }, { text: 'Vi har en plan.', edition: 5 }]);
    expect([own.state(), own.unsaved, kept]).toEqual(['saved', false, null]);
  });

  it('never writes over what is being typed when the list is read again', async () => {
    const own = begun();
    own.write('Mitt');
    own.hear({ text: 'Vi har', edition: 4 });
    expect(own.text()).toBe('Mitt');
    await settle(pause);
    own.hear({ text: 'Nyare', edition: 9 });
    expect(own.text()).toBe('Nyare');
  });

  it('keeps both texts in a clash and sends the chosen one over what stands', async () => {
    const own = begun();
    next = () => Promise.resolve(answer(409, { code: 'documents/edited-elsewhere', facts: { text: 'Deras', edition: 7 }, request: 'r' }));
    own.write('Mitt');
    await settle(pause);
    expect([own.state(), own.other(), own.text()]).toEqual(['clash', { text: 'Deras', edition: 7 }, 'Mitt']);
    next = () => Promise.resolve(answer(200, { edition: 8 }));
    own.choose('mine');
    await settle(0);
    expect([sent.at(-1), own.state(), kept]).toEqual([{ text: 'Mitt', edition: 7 }, 'saved', null]);
  });

  it('takes the other text when that is chosen, and sends nothing', async () => {
    const own = begun();
    next = () => Promise.resolve(answer(409, { code: 'documents/edited-elsewhere', facts: { text: 'Deras', edition: 7 }, request: 'r' }));
    own.write('Mitt');
    await settle(pause);
    own.choose('theirs');
    await settle(pause);
    expect([own.text(), own.unsaved, kept, sent.length]).toEqual(['Deras', false, null, 1]);
  });

  it('waits without a line, keeps the words, and sends them when it can', async () => {
    const own = begun();
    const later = next;
    next = () => Promise.reject(new TypeError('offline'));
    own.write('Mitt');
    await settle(pause);
    expect([own.state(), kept]).toEqual(['waiting', { text: 'Mitt', edition: 4 }]);
    next = later;
    await settle(1000);
    expect([own.state(), own.unsaved]).toEqual(['saved', false]);
  });

  it('takes up after a reload what was not saved, and meets a newer text as a clash', async () => {
    kept = { text: 'Osparat', edition: 4 };
    const own = begun();
    await settle(0);
    expect([sent, own.text()]).toEqual([[{ text: 'Osparat', edition: 4 }], 'Osparat']);
    kept = { text: 'Osparat', edition: 3 };
    const late = begun();
    expect([late.state(), late.other(), late.text()]).toEqual(['clash', { text: 'Vi har', edition: 4 }, 'Osparat']);
  });
});
