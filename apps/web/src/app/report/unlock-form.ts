import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { EvaluationStore } from '../evaluation';
import { Icon } from '../look';
import { LockStore } from './lock-store';
import { languageOf } from './names';

/** Asks to unlock, or agrees to a colleague's request; always with a reason, which is kept if the server refuses. */
@Component({
  selector: 'sam-unlock-form',
  imports: [TranslocoDirective, Icon],
  template: `<section *transloco="let t" aria-labelledby="unlock">
    <h2 id="unlock">{{ t('report.lock.unlock.title') }}</h2>
    <p class="quiet">{{ t('report.lock.unlock.text', { n: store.locked()?.version }) }}</p>
    @if (begun()) { <ul>
      @for (person of people(); track person.id) {
        <li>
          <span class="name">{{ person.name }}</span>
          @if (person.unlock; as unlock) {
            <span class="tag ok"><svg samIcon="check"></svg>{{ t('report.lock.unlock.consented') }}</span><span class="written">{{ t('report.lock.unlock.because', { reason: unlock.reason }) }}</span>
          } @else {
            <span class="tag bare"><svg samIcon="empty"></svg>{{ t('report.lock.unlock.waiting') }}</span>
          }
        </li>
      }
    </ul> }
    @if (!store.mayUnlock()) {
      <p class="hint">{{ t('report.lock.unlock.not') }}</p>
    } @else if (store.myUnlock()) {
      <p class="hint">{{ t('report.lock.unlock.mine', { names: waiting() }) }}</p>
    } @else {
      <form (submit)="send($event)">
        <div class="field">
          <label for="unlock-reason">{{ t('report.lock.unlock.reason') }}</label>
          <textarea id="unlock-reason" class="input written" rows="3" maxlength="2000" [value]="reason()" (input)="write($event)" aria-describedby="unlock-hint" [attr.aria-invalid]="missing() ? 'true' : null"></textarea>
          <span id="unlock-hint" class="hint">@if (missing()) { <span class="bad"><svg samIcon="stop"></svg>{{ t('report.lock.unlock.missing') }}</span> } @else { {{ t('report.lock.unlock.reasonHint') }} }</span>
        </div>
        <button type="submit" class="btn" [attr.aria-disabled]="store.busy() ? 'true' : null">{{ t('report.lock.unlock.' + (store.busy() ? 'sending' : begun() ? 'agree' : 'send')) }}</button>
      </form>
    }
  </section>`,
  styles: `
    section { padding-top: 24px; display: grid; gap: 12px; }
    h2 { font-size: var(--sam-18); line-height: 24px; border-bottom: 2px solid var(--sam-ink); padding-bottom: 6px; }
    li { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: baseline; padding: 10px 0; border-bottom: 1px solid var(--sam-hairline); font-size: var(--sam-14); line-height: 20px; }
    .name { min-width: 180px; }
    form { display: grid; gap: 12px; padding-top: 4px; justify-items: start; } .field { width: 100%; } .btn { min-height: 44px; }
    .bad { display: inline-flex; gap: 5px; align-items: center; color: var(--sam-stop-ink); }
  `,
})
export class UnlockForm {
  protected readonly store = inject(LockStore);
  private readonly evaluation = inject(EvaluationStore);
  private readonly transloco = inject(TranslocoService);
  protected readonly reason = signal('');
  protected readonly missing = signal(false);
  protected readonly begun = computed(() => (this.store.state()?.unlocks.length ?? 0) > 0);
  protected readonly people = computed(() =>
    (this.store.state()?.unlockers ?? []).map((id) => ({ id, name: this.nameOf(id), unlock: this.store.state()?.unlocks.find((unlock) => unlock.person === id) ?? null })),
  );
  protected readonly waiting = computed(() => new Intl.ListFormat(languageOf(this.transloco.activeLang())).format(this.store.unanswered().map((id) => this.nameOf(id))));

  protected write(event: Event): void {
    this.reason.set((event.target as HTMLTextAreaElement).value);
    this.missing.set(false);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.missing.set(this.reason().trim() === '');
    if (!this.missing() && (await this.store.unlock(this.reason().trim()))) this.reason.set('');
  }

  private nameOf(id: string): string {
    return this.evaluation.evaluation()?.members.find((member) => member.person === id)?.name ?? '';
  }
}
