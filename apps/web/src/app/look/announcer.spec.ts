import { effect } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Announcer } from './announcer';

describe('Announcer', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('says what comes close together in one breath, the same sentence once', () => {
    const announcer = TestBed.inject(Announcer);
    announcer.say('Område 3 öppnat.');
    announcer.say('Nytt förslag på 3.2.');
    announcer.say('Område 3 öppnat.');
    expect(announcer.polite()).toBe('');
    jest.advanceTimersByTime(200);
    expect(announcer.polite()).toBe('Område 3 öppnat. Nytt förslag på 3.2.');
  });

  it('keeps two seconds between breaths', () => {
    const announcer = TestBed.inject(Announcer);
    announcer.say('Ett.');
    jest.advanceTimersByTime(200);
    announcer.say('Två.');
    jest.advanceTimersByTime(1500);
    expect(announcer.polite()).toBe('Ett.');
    jest.advanceTimersByTime(600);
    expect(announcer.polite()).toBe('Två.');
  });

  it('speaks once out of an effect, which does not run again for what it said', () => {
    const announcer = TestBed.inject(Announcer);
    let runs = 0;
    TestBed.runInInjectionContext(() =>
      effect(() => {
        runs++;
        announcer.say('Går inte att spara.', true);
      }),
    );
    TestBed.tick();
    expect([runs, announcer.assertive()]).toEqual([1, 'Går inte att spara.']);
  });

  it('speaks at once when data may be lost, also twice the same', () => {
    const announcer = TestBed.inject(Announcer);
    announcer.say('Går inte att spara.', true);
    const first = announcer.assertive();
    announcer.say('Går inte att spara.', true);
    expect(first).toBe('Går inte att spara.');
    expect(announcer.assertive()).not.toBe(first);
  });
});
