import { Component, ElementRef, Injector, afterNextRender, computed, inject, output, signal, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { interviews } from '@samsyn/contract/routes';
import { affected, emptyPlan, openReds, type Affected } from '@samsyn/domain';
import { call } from '../http';
import { Announcer, Icon } from '../look';
import { PlanStore } from './plan-store';
import { PlanWords } from './plan-words-of';

/** Gives the draft out: under which name, and who gets a letter about what. Red findings stand in the way until there is a reason. */
@Component({
  selector: 'sam-plan-release',
  imports: [Icon, TranslocoDirective],
  template: `
    <dialog #dialog aria-labelledby="release-title" (close)="open.set(false)">
      @if (open()) {
        <form *transloco="let t" (submit)="send($event)">
          <div class="head"><h2 id="release-title">{{ t('interviews.plan.release.title', { n: version() }) }}</h2></div>
          <div class="body">
            @if (reds().length > 0) {
              <div class="notice stop"><svg samIcon="stop"></svg><div><p><b>{{ t('interviews.plan.release.reds', { n: reds().length }) }}</b></p><ul class="stops">@for (red of reds(); track red.key) { <li>{{ words.finding(red) }}</li> }</ul></div></div>
            } @else if (store.released() && store.differences() === 0) {
              <p class="notice">{{ t('interviews.plan.release.same') }}</p>
            } @else {
              <div class="field"><label for="release-name">{{ t('interviews.plan.release.name') }}</label><input #field id="release-name" class="input" maxlength="60" autofocus [value]="name()" (input)="name.set(field.value)" /></div>
              <div>
                <p><b>{{ t(people() === 1 ? 'interviews.plan.release.person' : 'interviews.plan.release.people', { n: people() }) }}</b></p>
                <p class="hint">{{ t('interviews.plan.release.hint') }}</p>
                <ul class="who">@for (own of told(); track own.person + own.item) { <li><span>{{ store.name()(own.person) || t('interviews.plan.release.gone') }}</span><span class="quiet">{{ said(own) }}</span></li> }</ul>
              </div>
            }
            <p role="alert" class="bad">@if (failed()) { <svg samIcon="stop"></svg>{{ failed() }} }</p>
          </div>
          <div class="acts">
            <button type="button" class="btn" (click)="close()">{{ t('interviews.plan.cancel') }}</button>
            @if (reds().length > 0) { <button type="button" class="btn primary" (click)="toFindings()">{{ t('interviews.plan.release.toFindings') }}</button> }
            @else { <button type="submit" class="btn primary" [attr.aria-disabled]="store.busy() || !ready() ? 'true' : null">{{ t('interviews.plan.release.send', { n: version() }) }}</button> }
          </div>
        </form>
      }
    </dialog>
  `,
  styleUrl: './plan-forms.css',
})
export class PlanRelease {
  protected readonly store = inject(PlanStore);
  protected readonly words = inject(PlanWords);
  private readonly announcer = inject(Announcer);
  readonly findings = output();
  private readonly injector = inject(Injector);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  protected readonly open = signal(false);
  protected readonly name = signal('');
  protected readonly failed = signal('');
  protected readonly version = computed(() => (this.store.released()?.version ?? 0) + 1);
  protected readonly reds = computed(() => openReds(this.store.findings()));
  protected readonly ready = computed(() => this.store.mayEdit() && this.name().trim() !== '' && (this.store.released() === null || this.store.differences() > 0));
  protected readonly told = computed(() => {
    const plan = this.store.plan();
    return plan && this.open() ? affected(this.store.released()?.plan ?? emptyPlan([]), plan) : [];
  });
  protected readonly people = computed(() => new Set(this.told().map(({ person }) => person)).size);

  show(): void {
    this.name.set(this.words.t('release.version', { n: this.version() }));
    this.failed.set('');
    this.open.set(true);
    afterNextRender(() => this.dialog().nativeElement.showModal(), { injector: this.injector });
  }

  /** "flyttad från tisdag 9.00 till onsdag 10.00" */
  protected said({ kind, before, after }: Affected): string {
    const at = (own: Affected['after']): string => (own ? `${this.words.onDay(own.day)} ${this.words.clock(own.start)}` : '');
    return this.words.t(`told.${kind}`, { title: (after ?? before)?.title ?? '', before: at(before), after: at(after) });
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const name = this.name().trim();
    if (!this.ready() || this.store.busy()) return;
    const version = this.version();
    const sent = await this.store.send((id) => call(interviews.release, { params: { id }, body: { edition: this.store.desk()?.plan.edition ?? 0, name } }));
    if (!sent) return this.failed.set(this.store.refusal());
    this.announcer.say(this.words.t('release.done', { n: version }));
    this.close();
  }

  protected toFindings(): void {
    this.close();
    this.findings.emit();
  }

  protected close(): void {
    this.dialog().nativeElement.close();
  }
}
