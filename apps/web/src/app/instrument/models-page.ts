import { Component, inject } from '@angular/core';
import { NgTemplateOutlet } from '@angular/common';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { InstrumentSummary } from '@samsyn/contract';
import { emptyDraft, type InstrumentDraft } from '@samsyn/domain';
import { clock, Icon, shortDay, Trouble, Waiting } from '../look';
import { ImportPanel } from './import-panel';
import { ModelsStore } from './models-store';

/** Every model: the versions in force, those they took the place of, and the drafts under work. */
@Component({
  selector: 'sam-models-page',
  imports: [Icon, ImportPanel, NgTemplateOutlet, RouterLink, TranslocoDirective, Trouble, Waiting],
  providers: [ModelsStore],
  templateUrl: './models-page.html',
  styleUrl: './models-page.css',
})
export class ModelsPage {
  protected readonly store = inject(ModelsStore);
  private readonly transloco = inject(TranslocoService);
  private readonly router = inject(Router);
  protected readonly empty = emptyDraft();

  /** What the template outlet hands on has no type of its own. */
  protected asVersions(list: readonly InstrumentSummary[]): readonly InstrumentSummary[] {
    return list;
  }

  protected said({ sv, en }: { sv: string; en: string }): string {
    return this.transloco.activeLang() === 'en' ? en || sv : sv || en;
  }

  protected when(at: string): string {
    return `${shortDay(at, this.transloco.activeLang())} ${clock(at, this.transloco.activeLang())}`;
  }

  protected async begin(basedOn: string | null, body: InstrumentDraft | null = null): Promise<void> {
    const draft = await this.store.begin(basedOn, body);
    if (draft) await this.router.navigate(['/modeller/utkast', draft]);
  }
}
