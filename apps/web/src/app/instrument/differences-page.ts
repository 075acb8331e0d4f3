import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { instrumentDifference } from '@samsyn/domain';
import { Missing, Trouble, Waiting } from '../look';
import { DifferenceList } from './difference-list';
import { VersionStore } from './version-store';

/** Two versions side by side. */
@Component({
  selector: 'sam-differences-page',
  imports: [DifferenceList, Missing, RouterLink, TranslocoDirective, Trouble, Waiting],
  providers: [VersionStore],
  template: `
    <div class="sheet" *transloco="let t">
      @if (store.missing()) { <sam-missing [heading]="t('instrument.missing.differences')" [text]="t('instrument.missing.differencesText')" to="/modeller" [label]="t('instrument.missing.back')" /> }
      @else {
      <div><p class="kicker"><a [routerLink]="back()">{{ t(isDraft() ? 'instrument.backToDraft' : 'instrument.models') }}</a></p>
        <h1>{{ t('instrument.differences') }}</h1>
        @if (names(); as names) { <p class="lead">{{ t('instrument.fromTo', names) }}</p> }</div>
      @if (names(); as names) { <sam-difference-list [all]="differences()" [before]="names.before" [after]="names.after" /> }
      @else if (store.refusal()) { <sam-trouble [text]="store.refusal()" (again)="read()" /> }
      @else { <sam-waiting (again)="read()" /> }
      }
    </div>
  `,
  styleUrl: './models-page.css',
})
export class DifferencesPage {
  protected readonly store = inject(VersionStore);
  private readonly transloco = inject(TranslocoService);
  readonly before = input.required<string>();
  readonly after = input.required<string>();
  protected readonly isDraft = computed(() => this.after().startsWith('utkast-'));
  protected readonly back = computed(() => (this.isDraft() ? ['/modeller/utkast', this.after().slice('utkast-'.length)] : ['/modeller']));
  protected readonly differences = computed(() => {
    const [before, after] = this.store.versions() ?? [];
    return before && after ? instrumentDifference(before, after) : [];
  });
  protected readonly names = computed(() => {
    const [before, after] = this.store.versions() ?? [];
    if (!before || !after) return null;
    const [first, second] = [before, after].map(({ title, id }) => (this.transloco.activeLang() === 'en' ? title.en : title.sv) || id) as [string, string];
    return first === second ? { before: `${first} (${before.id})`, after: `${second} (${after.id})` } : { before: first, after: second };
  });

  constructor() {
    effect(() => this.read());
  }

  protected read(): void {
    void this.store.read([this.before(), this.after()]);
  }
}
