import { TestBed } from '@angular/core/testing';
import { SwUpdate } from '@angular/service-worker';
import { Subject } from 'rxjs';
import { answered } from '../http';
import { Updates } from './updates';

const [own, other] = ['main-AAAAAAAA.js', 'main-BBBBBBBB.js'];

describe('updates', () => {
  let asked = 0;
  let putOut = 0;
  const broken = new Subject<void>();
  let controller: object | null = null;

  const open = (): Updates => {
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({ providers: [{ provide: SwUpdate, useValue: { unrecoverable: broken, checkForUpdate: async () => (asked++, true) } }] });
    return TestBed.inject(Updates);
  };
  const touch = (): boolean => document.dispatchEvent(new Event('pointerdown'));
  const hear = async (web: string, misread = false): Promise<void> => {
    answered.next({ web, misread });
    await new Promise((done) => setTimeout(done));
  };

  beforeEach(() => {
    asked = 0;
    controller = {};
    sessionStorage.clear();
    document.body.innerHTML = `<script src="${own}" type="text/plain"></script><form><input name="name"></form>`;
    putOut = 0;
    Object.defineProperty(navigator, 'serviceWorker', { configurable: true, value: { get controller() { return controller; }, getRegistration: async () => ({ unregister: async () => ++putOut > 0 }) } });
  });

  it('hears nothing new from its own version, nor from what names none', async () => {
    const updates = open();
    touch();
    await hear(own);
    await hear('');
    expect([updates.ready(), asked]).toEqual([false, 0]);
  });

  it('offers another version once the whole of it is here', async () => {
    const updates = open();
    touch();
    await hear(other);
    await hear(other);
    expect([updates.ready(), updates.misread(), asked]).toEqual([true, false, 1]);
  });

  it('offers it at once where no worker is', async () => {
    controller = null;
    const updates = open();
    touch();
    await hear(other);
    expect([updates.ready(), asked]).toEqual([true, 0]);
  });

  it('says that it is needed when the server could not make sense of what this one sent', async () => {
    const updates = open();
    touch();
    await hear(own, true);
    expect(updates.misread()).toBe(false);
    await hear(other, true);
    expect([updates.ready(), updates.misread()]).toEqual([true, true]);
  });

  it('asks before a form that is filled in would be lost, and not for an empty one', async () => {
    const updates = open();
    const reload = jest.spyOn(updates, 'go').mockImplementation(() => undefined);
    const field = document.querySelector('input') as HTMLInputElement;
    field.getClientRects = () => [{}] as unknown as DOMRectList;
    field.value = 'Eva Roth';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    updates.ask();
    expect([updates.unsaved(), reload.mock.calls.length]).toEqual([true, 0]);
    updates.wait();
    field.value = '';
    updates.ask();
    await new Promise((done) => setTimeout(done));
    expect([updates.unsaved(), reload.mock.calls.length]).toEqual([false, 1]);
  });

  it('gives way by itself once for each version, and never after a touch or while a link is used up', async () => {
    const reloads: number[] = [];
    for (const [path, touched] of [['/', false], ['/', false], ['/lank/abc', false], ['/', true]] as const) {
      window.history.replaceState(null, '', path);
      if (path !== '/' || touched) sessionStorage.clear();
      const updates = open();
      const reload = jest.spyOn(updates, 'go').mockImplementation(() => undefined);
      if (touched) touch();
      await hear(other);
      reloads.push(reload.mock.calls.length);
    }
    expect(reloads).toEqual([1, 0, 0, 0]);
    window.history.replaceState(null, '', '/');
  });

  it('puts out a worker that holds on to the old version', async () => {
    const loads: number[] = [];
    for (let tries = 0; tries < 2; tries++) {
      const updates = open();
      const reload = jest.spyOn(updates, 'go').mockImplementation(() => undefined);
      touch();
      await hear(other);
      await updates.reload();
      loads.push(reload.mock.calls.length, putOut);
    }
    expect(loads).toEqual([1, 0, 1, 1]);
  });

  it('offers to load anew when the browser has thrown away a part', () => {
    const updates = open();
    broken.next();
    expect(updates.ready()).toBe(true);
  });
});
