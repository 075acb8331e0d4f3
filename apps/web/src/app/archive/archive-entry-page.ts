import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { AreaBars, ChartFigure, type ChartArea } from '../charts';
import { RefusalWords } from '../http';
import { Icon } from '../look';
import { fullName, languageOf, plainTitle, shortTitle } from '../report';
import { ArchiveStore, modelWord, selected, totalOf } from './archive-store';

/** One published result: the figures as printed, the areas where they are known, and where it comes from. */
@Component({
  selector: 'sam-archive-entry-page',
  imports: [RouterLink, TranslocoDirective, AreaBars, ChartFigure, Icon],
  providers: [ArchiveStore],
  templateUrl: './archive-entry-page.html',
  styleUrl: './archive-entry-page.css',
})
export class ArchiveEntryPage {
  readonly entry = input.required<string>();
  protected readonly store = inject(ArchiveStore);
  private readonly transloco = inject(TranslocoService);
  private readonly refusals = inject(RefusalWords);
  protected readonly modelWord = modelWord;
  protected readonly totalOf = totalOf;
  protected readonly asTable = signal(false);
  private readonly language = computed(() => languageOf(this.transloco.activeLang()));
  protected readonly found = computed(() => this.store.entries()?.find((candidate) => candidate.id === this.entry()) ?? null);
  protected readonly name = computed(() => fullName(this.found()?.municipality ?? '', this.language()));
  protected readonly areas = computed<ChartArea[]>(() =>
    (this.found()?.areas ?? []).map((area) => ({ number: area.number, label: `${area.number} ${plainTitle(area.title)}`, short: shortTitle(area.title), value: area.achieved, printed: area.printed, reference: null })),
  );
  protected readonly extremes = computed(() => {
    const ranked = [...(this.found()?.areas ?? [])].sort((a, b) => b.achieved - a.achieved);
    const [high, low] = [ranked[0], ranked.at(-1)];
    return high && low ? { high: plainTitle(high.title).toLocaleLowerCase(), highPoints: high.printed, low: plainTitle(low.title).toLocaleLowerCase(), lowPoints: low.printed } : null;
  });
  protected readonly others = computed(() => {
    const own = this.found();
    return own ? selected(this.store.entries() ?? [], { search: '', revision: own.revision, sort: 'total', onlyAreas: false }).filter((other) => other.id !== own.id) : [];
  });
  protected readonly failure = computed(() => {
    const failure = this.store.failure();
    return failure && this.refusals.of(failure);
  });

  constructor() {
    void this.store.read();
    effect(() => {
      const evaluation = this.found()?.evaluation ?? null;
      untracked(() => void this.store.findReport(evaluation));
    });
  }
}
