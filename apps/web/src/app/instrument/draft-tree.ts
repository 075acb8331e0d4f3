import { Component, ElementRef, computed, inject } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Icon } from '../look';
import { newArea, sumOfMaxima } from './draft-edits';
import { DraftDesk, partOf } from './draft-desk';
import { DraftStore } from './draft-store';

const around = { before: ['model', 'sides'], after: ['method', 'requests'] } as const;

/** The parts of the model: areas with their sums, questions of the open area with their maxima, and how many faults each holds. */
@Component({
  selector: 'sam-draft-tree',
  imports: [Icon, TranslocoDirective],
  template: `
    <nav *transloco="let t" [attr.aria-label]="t('instrument.parts')">
      <ul>
        @for (part of around.before; track part) { <li><button type="button" class="row top" [attr.data-part]="part" [tabindex]="desk.part() === part ? 0 : -1" [attr.aria-current]="desk.part() === part" (click)="desk.show(part)"><span class="nm">{{ t('instrument.tree.' + part) }}</span>@if (faults().get(part); as n) { <span class="bad"><svg samIcon="warn"></svg>{{ n }}<span class="sr"> {{ t('instrument.faultsWord') }}</span></span> }</button></li> }
        @for (area of areas(); track $index) {
          <li>
            <button type="button" class="row area" [attr.data-part]="area.part" [tabindex]="desk.part() === area.part ? 0 : -1" [attr.aria-current]="desk.part() === area.part" [attr.aria-expanded]="area.open" (click)="desk.show(area.part)">
              <span class="no">{{ area.number }}</span><span class="nm">{{ area.title || t('instrument.unnamed') }}</span>
              @if (faults().get(area.part); as n) { <span class="bad"><svg samIcon="warn"></svg>{{ n }}<span class="sr"> {{ t('instrument.faultsWord') }}</span></span> }
              <span class="sum" [class.off]="!area.fits"><svg [samIcon]="area.fits ? 'check' : 'warn'"></svg>{{ area.max === null ? area.sum : t('instrument.sumShort', { sum: area.sum, max: area.max }) }}</span>
            </button>
            @if (area.open) {
              <ul>
                @for (question of area.questions; track $index) {
                  <li><button type="button" class="row q" [attr.data-part]="question.part" [tabindex]="desk.part() === question.part ? 0 : -1" [attr.aria-current]="desk.part() === question.part" (click)="desk.show(question.part)">
                    <span class="no">{{ question.number }}</span><span class="nm">{{ question.short || t('instrument.unnamed') }}</span>
                    @if (faults().get(question.part); as n) { <span class="bad"><svg samIcon="warn"></svg>{{ n }}<span class="sr"> {{ t('instrument.faultsWord') }}</span></span> }
                    <span class="max">{{ question.max }} p</span>
                  </button></li>
                }
              </ul>
            }
          </li>
        }
        @for (part of around.after; track part) { <li><button type="button" class="row top" [attr.data-part]="part" [tabindex]="desk.part() === part ? 0 : -1" [attr.aria-current]="desk.part() === part" (click)="desk.show(part)"><span class="nm">{{ t('instrument.tree.' + part) }}</span>@if (faults().get(part); as n) { <span class="bad"><svg samIcon="warn"></svg>{{ n }}<span class="sr"> {{ t('instrument.faultsWord') }}</span></span> }</button></li> }
      </ul>
      <div class="foot"><span class="total">{{ t('instrument.total', { sum: total().sum, max: total().max }) }}</span><button type="button" class="btn plain small" (click)="addArea()"><svg samIcon="plus"></svg>{{ t('instrument.area') }}</button></div>
    </nav>
  `,
  styleUrl: './draft-tree.css',
  host: { '(keydown)': 'key($event)' },
})
export class DraftTree {
  protected readonly store = inject(DraftStore);
  protected readonly desk = inject(DraftDesk);
  private readonly transloco = inject(TranslocoService);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly around = around;

  protected readonly faults = computed(() => {
    const counts = new Map<string, number>();
    for (const { path } of this.store.faults()) counts.set(partOf(path), (counts.get(partOf(path)) ?? 0) + 1);
    return counts;
  });
  protected readonly areas = computed(() =>
    (this.store.body()?.areas ?? []).map((area, at) => {
      const part = `areas.${at}`;
      const sum = sumOfMaxima(area);
      return {
        part, number: area.number ?? '–', title: this.said(area.title), sum: this.figure(sum), max: area.max === null ? null : this.figure(area.max), fits: area.questions.length === 0 || sum === area.max,
        open: this.desk.part() === part || this.desk.part().startsWith(`${part}.`),
        questions: area.questions.map((question, index) => ({ part: `${part}.questions.${index}`, number: question.number || '–', short: this.said(question.short) || this.said(question.title), max: this.figure(question.max) })),
      };
    }),
  );
  protected readonly total = computed(() => {
    const areas = this.store.body()?.areas ?? [];
    const sum = (list: readonly number[]): string => this.figure(list.reduce((total, one) => total + Math.round(one * 1e6), 0) / 1e6);
    return { sum: sum(areas.map((area) => (area.questions.length > 0 ? sumOfMaxima(area) : area.max ?? 0))), max: sum(areas.map(({ max }) => max ?? 0)) };
  });

  /** One stop for the tab key; arrows walk the parts, Alt and an arrow move the one in focus. */
  protected key(event: KeyboardEvent): void {
    const rows = [...this.host.nativeElement.querySelectorAll<HTMLElement>('[data-part]')];
    const at = rows.findIndex((row) => row === document.activeElement);
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (at < 0 || event.ctrlKey || event.metaKey) return;
    if (event.altKey && by !== 0) {
      event.preventDefault();
      return this.move(rows[at]?.dataset['part'] ?? '', by);
    }
    const next = by !== 0 ? rows[at + by] : event.key === 'Home' ? rows[0] : event.key === 'End' ? rows.at(-1) : undefined;
    if (!next || event.altKey) return;
    event.preventDefault();
    next.focus();
  }

  private move(part: string, by: -1 | 1): void {
    const cut = part.lastIndexOf('.');
    if (cut < 0) return;
    this.desk.show(part);
    this.desk.move(part.slice(0, cut), Number(part.slice(cut + 1)), by);
    setTimeout(() => this.host.nativeElement.querySelector<HTMLElement>(`[data-part="${this.desk.part()}"]`)?.focus());
  }

  protected addArea(): void {
    const draft = this.store.body();
    if (draft) this.desk.add('areas', newArea(draft));
  }

  private said({ sv, en }: { sv: string; en: string }): string {
    return this.transloco.activeLang() === 'en' ? en || sv : sv || en;
  }

  private figure(value: number | null): string {
    return value === null ? '–' : String(value).replace('.', ',');
  }
}
