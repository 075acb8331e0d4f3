import { Service, signal } from '@angular/core';

const lettersKey = 'samsyn.shortcuts';
const legendKey = 'samsyn.legend';

/** What this browser has chosen: single-letter shortcuts on or off, the bar of keys shown or hidden. */
@Service()
export class Shortcuts {
  private readonly on = signal(localStorage.getItem(lettersKey) !== 'off');
  private readonly bar = signal(localStorage.getItem(legendKey) !== 'off');
  readonly letters = this.on.asReadonly();
  readonly legend = this.bar.asReadonly();

  turnLetters(on: boolean): void {
    localStorage.setItem(lettersKey, on ? 'on' : 'off');
    this.on.set(on);
  }

  turnLegend(on: boolean): void {
    localStorage.setItem(legendKey, on ? 'on' : 'off');
    this.bar.set(on);
  }
}

/** Whether a key press belongs to the text being written, where single letters are letters. */
export const inText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=button])'));
