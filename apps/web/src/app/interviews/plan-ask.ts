import { Component, ElementRef, Injector, afterNextRender, computed, inject, signal, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { interviews } from '@samsyn/contract/routes';
import { call } from '../http';
import { Announcer, Icon } from '../look';
import { PlanStore } from './plan-store';
import { silentIn } from './plan-world';
import { PlanWords } from './plan-words-of';

/** Asks for people's hours: until when, and how many letters that makes. */
@Component({
  selector: 'sam-plan-ask',
  imports: [Icon, TranslocoDirective],
  template: `
    <dialog #dialog class="narrow" aria-labelledby="ask-title" (close)="open.set(false)">
      @if (open()) {
        <form *transloco="let t" (submit)="send($event)">
          <div class="head"><h2 id="ask-title">{{ t('interviews.plan.ask.title') }}</h2></div>
          <div class="body">
            <p>{{ t('interviews.plan.ask.text', { n: silent() }) }}</p>
            <div class="field"><label for="ask-until">{{ t('interviews.plan.ask.deadline') }}</label><input #field id="ask-until" class="input" type="date" autofocus [value]="until()" (change)="until.set(field.value)" /></div>
            <p role="alert" class="bad">@if (failed()) { <svg samIcon="stop"></svg>{{ failed() }} }</p>
          </div>
          <div class="acts"><button type="button" class="btn" (click)="close()">{{ t('interviews.plan.cancel') }}</button><button type="submit" class="btn primary" [attr.aria-disabled]="store.busy() ? 'true' : null">{{ t('interviews.plan.ask.send') }}</button></div>
        </form>
      }
    </dialog>
  `,
  styleUrl: './plan-forms.css',
})
export class PlanAsk {
  protected readonly store = inject(PlanStore);
  private readonly words = inject(PlanWords);
  private readonly announcer = inject(Announcer);
  private readonly injector = inject(Injector);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  protected readonly open = signal(false);
  protected readonly until = signal('');
  protected readonly failed = signal('');
  protected readonly silent = computed(() => {
    const desk = this.store.desk();
    return desk ? silentIn(desk).length : 0;
  });

  show(): void {
    this.until.set(this.store.desk()?.askedUntil ?? '');
    this.failed.set('');
    this.open.set(true);
    afterNextRender(() => this.dialog().nativeElement.showModal(), { injector: this.injector });
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const until = this.until();
    if (!/^\d{4}-\d{2}-\d{2}$/.test(until)) return this.failed.set(this.words.t('ask.noDay'));
    if (!(await this.store.send((id) => call(interviews.ask, { params: { id }, body: { until } })))) return this.failed.set(this.store.refusal());
    this.announcer.say(this.words.t('ask.done'));
    this.close();
  }

  protected close(): void {
    this.dialog().nativeElement.close();
  }
}
