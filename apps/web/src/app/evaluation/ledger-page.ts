import { Component, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { LedgerLineView } from '@samsyn/contract';
import { evaluations } from '@samsyn/contract/routes';
import { call, CallFailed, RefusalWords } from '../http';
import { clock, longDay, Trouble, Waiting } from '../look';
import { EvaluationStore } from './evaluation-store';
import { linesByDay } from './lines-by-day';

/** The ledger, readable: who did what, by day, newest first. */
@Component({
  selector: 'sam-ledger-page',
  imports: [TranslocoDirective, Trouble, Waiting],
  template: `
    <section *transloco="let t" aria-labelledby="ledger">
      <h2 id="ledger">{{ t('evaluation.ledger.title') }}</h2>
      <p class="lead">{{ t('evaluation.ledger.lead') }}</p>
      @if (refusal()) { <sam-trouble [text]="refusal()" (again)="read()" /> }
      @if (lines(); as lines) {
        <p class="hint">{{ t('evaluation.ledger.count', { n: lines.length }) }}. {{ t('evaluation.ledger.newest') }}.</p>
        @for (day of days(); track day.day) {
          <h3>{{ long(day.day) }}</h3>
          <ol>
            @for (line of day.lines; track $index) {
              <li><span class="at">{{ line.time ? clock(line.at) : t('evaluation.ledger.day') }}</span><span>@if (line.who) { <b>{{ line.who }}</b> }{{ ' ' + words(line) }}</span></li>
            }
          </ol>
        } @empty { <p class="quiet">{{ t('evaluation.ledger.empty') }}</p> }
      } @else if (!refusal()) { <sam-waiting (again)="read()" /> }
    </section>
  `,
  styles: `
    :host { display: block; background: var(--sam-surface); padding: 24px 32px 48px; font-size: var(--sam-14); line-height: 20px; }
    section { max-width: 820px; margin: 0 auto; } h2 { font-size: var(--sam-28); line-height: 36px; } .lead { color: var(--sam-muted); max-width: 66ch; padding: 4px 0 12px; }
    h3 { font-size: var(--sam-16); padding: 24px 0 4px; border-bottom: 1px solid var(--sam-border); } h3::first-letter { text-transform: uppercase; }
    li { display: grid; grid-template-columns: 104px minmax(0, 1fr); gap: 12px; padding: 7px 0; border-bottom: 1px solid var(--sam-hairline); overflow-wrap: anywhere; } .at { color: var(--sam-muted); } b { font-weight: 600; }
    @media (max-width: 600px) { :host { padding: 16px; } li { grid-template-columns: 72px minmax(0, 1fr); } }
  `,
})
export class LedgerPage {
  private readonly store = inject(EvaluationStore);
  private readonly refusals = inject(RefusalWords);
  private readonly transloco = inject(TranslocoService);
  private readonly failure = signal<CallFailed | null>(null);
  protected readonly lines = signal<readonly LedgerLineView[] | null>(null);
  protected readonly days = computed(() => linesByDay(this.lines() ?? []));
  protected readonly refusal = computed(() => {
    const failure = this.failure();
    return failure ? this.refusals.of(failure) : '';
  });

  constructor() {
    void this.read();
    this.store.reread.pipe(takeUntilDestroyed()).subscribe(() => void this.read());
  }

  protected clock(at: string): string {
    return clock(at, this.transloco.activeLang());
  }

  protected words({ line }: LedgerLineView): string {
    return this.transloco.activeLang() === 'en' ? line.en : line.sv;
  }

  protected long(day: string): string {
    return longDay(`${day}T12:00:00Z`, this.transloco.activeLang());
  }

  protected async read(): Promise<void> {
    const id = this.store.evaluation()?.id;
    if (!id) return;
    this.failure.set(null);
    try {
      this.lines.set((await call(evaluations.ledger, { params: { id } })).lines);
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      this.failure.set(failure);
    }
  }
}
