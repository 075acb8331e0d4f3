import { Service, inject, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Announcer } from '../look';
import { inserted, moved, removed, valueAt, type Place } from './draft-edits';
import { DraftStore } from './draft-store';
import type { AnyFault } from './fault-words';

/** A part of the tree: `model`, `sides`, `method`, `requests`, or the place of an area or a question. */
export type Part = string;

/** The part that holds a place. */
export function partOf(path: readonly (string | number)[]): Part {
  const [first, area, second, question] = path;
  if (first === 'areas' && typeof area === 'number') return second === 'questions' && typeof question === 'number' ? `areas.${area}.questions.${question}` : `areas.${area}`;
  return first === 'dimensions' ? 'sides' : first === 'method' || first === 'requests' ? first : 'model';
}

/** What lies open in the editor, and the acts that move the eye along: going to a fault, adding, moving, removing. */
@Service({ autoProvided: false })
export class DraftDesk {
  private readonly store = inject(DraftStore);
  private readonly announcer = inject(Announcer);
  private readonly transloco = inject(TranslocoService);
  readonly part = signal<Part>('model');
  /** What was taken away last, in words, to be taken back. */
  readonly gone = signal<string | null>(null);

  show(part: Part): void {
    this.part.set(part);
  }

  /** Opens the part of a fault and puts the focus on its field, or on the nearest one above it. */
  go({ path }: Pick<AnyFault, 'path'>): void {
    this.part.set(partOf(path));
    this.focus(path.join('.'));
  }

  add(list: Place, one: unknown): void {
    const at = this.count(list);
    this.store.change('add', (draft) => inserted(draft, list, one));
    const place = `${list}.${at}`;
    if (/^areas\.\d+(\.questions\.\d+)?$/.test(place)) this.part.set(place);
    this.focus(place);
  }

  remove(list: Place, at: number, name: string): void {
    this.store.change('remove', (draft) => removed(draft, list, at));
    const left = this.count(list);
    if (list === 'areas') this.part.set(left > 0 ? `areas.${Math.min(at, left - 1)}` : 'model');
    else if (/^areas\.\d+\.questions$/.test(list)) this.part.set(list.replace('.questions', ''));
    this.gone.set(this.say('gone', { name }));
    this.announcer.say(this.say('gone', { name }));
    this.focus(left > 0 ? `${list}.${Math.min(at, left - 1)}` : list);
  }

  /** Moves one place up or down; the focus goes with it. */
  move(list: Place, at: number, by: -1 | 1): void {
    if (at + by < 0 || at + by >= this.count(list)) return;
    const from = `${list}.${at}`;
    const to = `${list}.${at + by}`;
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    const [place, act] = [focused?.dataset['place'] ?? '', focused?.dataset['act'] ?? ''];
    this.store.change('move', (draft) => moved(draft, list, at, by));
    const part = this.part();
    if (part === from || part.startsWith(`${from}.`)) this.part.set(to + part.slice(from.length));
    this.announcer.say(this.say('moved', { n: at + by + 1, of: this.count(list) }));
    this.focus(place.startsWith(from) ? to + place.slice(from.length) : to, act);
  }

  undo(): void {
    if (!this.store.undo()) return;
    this.gone.set(null);
    const body = this.store.body();
    if (this.part().startsWith('areas.') && valueAt(body, this.part()) === undefined) this.part.set('model');
    this.announcer.say(this.say('undone', {}));
  }

  /** Focuses the field at a place once it is drawn: itself, else the first within it, else the first of what holds it. */
  focus(place: Place, act = ''): void {
    setTimeout(() => {
      const all = [...document.querySelectorAll<HTMLElement>('[data-place]')].filter((one) => act === '' || one.dataset['act'] === act);
      for (let sought = place; sought !== ''; sought = sought.slice(0, Math.max(0, sought.lastIndexOf('.')))) {
        const exact = all.filter((one) => one.dataset['place'] === sought);
        const found = exact.find((one) => act !== '' || one.tagName !== 'BUTTON') ?? all.find((one) => one.dataset['place']?.startsWith(`${sought}.`)) ?? exact[0];
        if (!found) continue;
        found.closest('details')?.setAttribute('open', '');
        found.focus();
        return found.scrollIntoView({ block: 'nearest' });
      }
    });
  }

  private count(list: Place): number {
    const found = this.store.at(list);
    return Array.isArray(found) ? found.length : 0;
  }

  private say(key: string, facts: Record<string, unknown>): string {
    return this.transloco.translate<string>(`instrument.${key}`, facts, this.transloco.activeLang());
  }
}
