import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideTransloco } from '@jsverse/transloco';
import { forget, keep } from '../http';
import { LiveFeed } from '../live';
import { Session } from '../people';
import { ConnectionLine } from './connection-line';

describe('ConnectionLine', () => {
  const offlineSince = signal<Date | null>(null);
  let line: ConnectionLine;
  const pass = (milliseconds: number): void => {
    TestBed.tick();
    jest.advanceTimersByTime(milliseconds);
    TestBed.tick();
  };

  beforeEach(() => {
    jest.useFakeTimers();
    localStorage.clear();
    offlineSince.set(null);
    TestBed.configureTestingModule({
      providers: [provideTransloco({ config: { availableLangs: ['sv'], defaultLang: 'sv' } }), { provide: LiveFeed, useValue: { connection: signal('offline'), offlineSince } }],
    });
    TestBed.inject(Session).enter({ id: 'ana', name: 'Ana', email: 'ana@granvik.example', mayCreate: true } as Parameters<Session['enter']>[0]);
    line = TestBed.inject(ConnectionLine);
  });
  afterEach(() => jest.useRealTimers());

  it('counts what waits for the network, of all evaluations and drafts, and of this person only', () => {
    keep('samsyn.queue.ana.e1.1.1.percent', 1);
    keep('samsyn.queue.ana.e2.1.1.percent', 1);
    keep('samsyn.notes.ana.e1.note.n1', 1);
    keep('samsyn.instrument.ana.d1', 1);
    keep('samsyn-answer/ana/e1/1.1', 1);
    keep('samsyn.queue.luis.e1.1.1.percent', 1);
    keep('samsyn.language', 1);
    offlineSince.set(new Date());
    pass(2900);
    expect([line.since(), line.waiting()]).toEqual(['', 0]);
    pass(200);
    expect([line.since() === '', line.waiting()]).toEqual([false, 5]);
  });

  it('follows what is written and sent while the bar shows, and says nothing when the line is back', () => {
    offlineSince.set(new Date());
    pass(3000);
    expect(line.waiting()).toBe(0);
    keep('samsyn.queue.ana.e1.1.1.percent', 1);
    keep('samsyn.queue.ana.e1.1.1.rationale', 'Skrivet utan nät.');
    pass(1000);
    expect(line.waiting()).toBe(2);
    forget('samsyn.queue.ana.e1.1.1.percent');
    pass(1000);
    expect(line.waiting()).toBe(1);
    offlineSince.set(null);
    pass(1000);
    expect([line.since(), line.waiting()]).toEqual(['', 0]);
  });
});
