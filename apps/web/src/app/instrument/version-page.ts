import { Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { bands, draftOf, instrumentToJson, type Instrument } from '@samsyn/domain';
import { Icon, Missing, Trouble, Waiting } from '../look';
import { download } from './import-file';
import { sideTitle } from './side-title';
import { VersionStore } from './version-store';

/** One published version, to read: areas, questions, criteria and all that guides. Nothing here can be changed. */
@Component({
  selector: 'sam-version-page',
  imports: [Icon, Missing, RouterLink, TranslocoDirective, Trouble, Waiting],
  providers: [VersionStore],
  templateUrl: './version-page.html',
  styleUrls: ['./models-page.css', './version-page.css'],
})
export class VersionPage {
  protected readonly store = inject(VersionStore);
  private readonly transloco = inject(TranslocoService);
  private readonly router = inject(Router);
  readonly id = input.required<string>();
  protected readonly model = computed(() => this.store.first() as Instrument | null);
  protected readonly levels = bands.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`));
  protected readonly parts = ['documents', 'website', 'interviews'] as const;
  protected readonly counts = computed(() => {
    const questions = this.model()?.areas.flatMap((area) => area.questions) ?? [];
    return { areas: this.model()?.areas.length ?? 0, questions: questions.length, criteria: questions.reduce((sum, { criteria }) => sum + criteria.length, 0) };
  });

  constructor() {
    effect(() => this.read());
  }

  protected read(): void {
    void this.store.read([this.id()]);
  }

  protected said(words: { sv: string; en: string } | undefined): string {
    return words ? (this.transloco.activeLang() === 'en' ? words.en : words.sv) : '';
  }

  protected side(model: Instrument, key: string): string {
    return sideTitle(model, key, this.transloco);
  }

  protected sides(model: Instrument, keys: readonly string[]): string {
    return keys.map((key) => this.side(model, key)).join(', ');
  }

  protected figure(value: number): string {
    return String(value).replace('.', ',');
  }

  protected async begin(): Promise<void> {
    const draft = await this.store.begin(this.id());
    if (draft) await this.router.navigate(['/modeller/utkast', draft]);
  }

  protected exportJson(model: Instrument): void {
    download(new Blob([instrumentToJson(model)], { type: 'application/json' }), `${model.id}.json`);
  }

  protected async exportWorkbook(model: Instrument): Promise<void> {
    const { workbookOf } = await import('./workbook');
    download(workbookOf(draftOf(model)), `${model.id}.xlsx`);
  }
}
