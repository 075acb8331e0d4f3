import { NgTemplateOutlet } from '@angular/common';
import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { InstrumentSummary } from '@samsyn/contract';
import { Icon, Waiting } from '../look';
import { DateFields } from './date-fields';
import { InvitationLinks, type Invitation } from './invitation-links';
import { isBlank, MemberFields } from './member-fields';
import { MunicipalityField } from './municipality-field';
import { NewEvaluationStore } from './new-evaluation-store';
import { PolicyForm } from './policy-form';

/** One calm page that makes an evaluation: municipality, model, dates, team, rules; then the invitations to send. */
@Component({
  selector: 'sam-new-evaluation',
  imports: [DateFields, Icon, InvitationLinks, MemberFields, MunicipalityField, NgTemplateOutlet, PolicyForm, RouterLink, TranslocoDirective, Waiting],
  providers: [NewEvaluationStore],
  templateUrl: './new-evaluation.html',
  styleUrls: ['./fields.css', './form-page.css'],
})
export class NewEvaluation {
  protected readonly store = inject(NewEvaluationStore);
  private readonly transloco = inject(TranslocoService);
  protected readonly isBlank = isBlank;

  protected hasLinks(invitations: readonly Invitation[]): boolean {
    return invitations.some(({ link }) => link !== null);
  }

  protected title(instrument: InstrumentSummary): string {
    return instrument.title[this.transloco.activeLang() === 'en' ? 'en' : 'sv'];
  }

  /** How much there is to judge. */
  protected hint({ scoreable, questions, criteria }: InstrumentSummary): string {
    const key = !scoreable ? 'notScoreable' : criteria > questions ? 'questionsAndCriteria' : 'questions';
    return this.transloco.translate<string>(`evaluation.create.${key}`, { n: questions, criteria }, this.transloco.activeLang());
  }

  protected isAmong(models: readonly InstrumentSummary[]): boolean {
    return models.some(({ id }) => id === this.store.draft().instrument);
  }

  protected fault(key: string | undefined): string {
    return key ? this.transloco.translate<string>(`evaluation.create.fault.${key}`, {}, this.transloco.activeLang()) : '';
  }

  protected memberWrong(at: number): { name: string; email: string } {
    const faults = this.store.faults().members[at];
    return { name: this.fault(faults?.name), email: this.fault(faults?.email) };
  }

  /** Creates, or brings the first fault into view. */
  protected async create(): Promise<void> {
    await this.store.create();
    setTimeout(() => {
      const first = document.querySelector<HTMLElement>('sam-new-evaluation [aria-invalid="true"], sam-new-evaluation .notice.stop, #created');
      first?.focus();
    });
  }
}
