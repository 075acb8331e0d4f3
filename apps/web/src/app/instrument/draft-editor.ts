import { Component, ElementRef, afterNextRender, computed, effect, inject, input, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { instrumentDifference, instrumentToJson, type InstrumentDraft } from '@samsyn/domain';
import { Announcer, clock, Icon, Missing, shortDay, Trouble, Waiting } from '../look';
import { Session } from '../people';
import { AreaForm } from './area-form';
import { CheckPanel } from './check-panel';
import { DifferenceList } from './difference-list';
import { DraftDesk } from './draft-desk';
import { DraftStore } from './draft-store';
import { DraftTree } from './draft-tree';
import { download } from './import-file';
import { ImportPanel } from './import-panel';
import { MethodForm } from './method-form';
import { ModelForm } from './model-form';
import { QuestionForm } from './question-form';
import { RequestsForm } from './requests-form';
import { SidesForm } from './sides-form';

/** The editor of a draft: the tree, the form of the chosen part, and what stands in the way of publishing. */
@Component({
  selector: 'sam-draft-editor',
  imports: [AreaForm, CheckPanel, DifferenceList, DraftTree, Icon, ImportPanel, MethodForm, Missing, ModelForm, QuestionForm, RequestsForm, RouterLink, SidesForm, TranslocoDirective, Trouble, Waiting],
  providers: [DraftStore, DraftDesk],
  templateUrl: './draft-editor.html',
  styleUrls: ['./dialog.css', './draft-editor.css'],
  host: { '(keydown.control.z)': 'undoKey($event)', '(keydown.meta.z)': 'undoKey($event)', '(window:beforeunload)': 'leaving($event)', '(window:resize)': 'measure()', '[style.--top]': 'top()' },
})
export class DraftEditor {
  protected readonly store = inject(DraftStore);
  protected readonly desk = inject(DraftDesk);
  private readonly transloco = inject(TranslocoService);
  private readonly announcer = inject(Announcer);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly draft = input.required<string>();
  protected readonly top = signal('49px');
  private readonly publishing = viewChild<ElementRef<HTMLDialogElement>>('publishing');
  private readonly removing = viewChild<ElementRef<HTMLDialogElement>>('removing');
  protected readonly treeOpen = signal(false);
  protected readonly tried = signal(false);
  protected readonly done = signal(false);
  protected readonly kind = computed(() => (/^areas\.\d+$/.test(this.desk.part()) ? 'area' : this.desk.part().includes('.questions.') ? 'question' : this.desk.part()));
  protected readonly title = computed(() => this.said(this.store.body()?.title ?? { sv: '', en: '' }));
  protected readonly savedAt = computed(() => (this.store.meta().at ? clock(this.store.meta().at, this.transloco.activeLang()) : ''));
  protected readonly otherAt = computed(() => {
    const other = this.store.other();
    const language = this.transloco.activeLang();
    return other ? { by: other.by, own: other.by === this.session.me()?.name, time: `${shortDay(other.at, language)} ${clock(other.at, language)}` } : null;
  });
  /** What the saved version and the one on this screen say differently, to choose by. */
  protected readonly apart = computed(() => {
    const [other, mine] = [this.store.other(), this.store.body()];
    return other && mine ? instrumentDifference(other.body, mine) : [];
  });
  protected readonly counts = computed(() => {
    const questions = this.store.body()?.areas.flatMap((area) => area.questions) ?? [];
    return { areas: this.store.body()?.areas.length ?? 0, questions: questions.length, criteria: questions.reduce((sum, { criteria }) => sum + criteria.length, 0) };
  });

  constructor() {
    effect(() => void this.store.open(this.draft()));
    afterNextRender(() => this.measure());
    effect(() => {
      this.desk.part();
      this.treeOpen.set(false);
    });
  }

  /** Where the page begins, so that its panes fill the rest of the window. */
  protected measure(): void {
    this.top.set(`${Math.round(this.host.nativeElement.getBoundingClientRect().top + window.scrollY)}px`);
  }

  protected undoKey(event: Event): void {
    const target = event.target;
    if (target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'checkbox')) return;
    event.preventDefault();
    this.desk.undo();
  }

  /** The browser asks before it throws away what the server has not. */
  protected leaving(event: Event): void {
    if (['saving', 'waiting', 'clash', 'refused'].includes(this.store.state()) && !this.done()) event.preventDefault();
  }

  protected askPublish(): void {
    if (this.store.faults().length > 0 || this.store.other()) {
      this.tried.set(true);
      this.announcer.say(this.words(this.store.other() ? 'publishClash' : 'publishFaults', { n: this.store.faults().length }));
      return;
    }
    this.publishing()?.nativeElement.showModal();
  }

  protected async publish(): Promise<void> {
    this.publishing()?.nativeElement.close();
    const id = await this.store.publish();
    if (id === null) return;
    this.done.set(true);
    this.announcer.say(this.words('published', { title: this.title() }));
    await this.router.navigate(['/modeller', id]);
  }

  protected askRemove(): void {
    this.removing()?.nativeElement.showModal();
  }

  protected async remove(): Promise<void> {
    this.removing()?.nativeElement.close();
    if (!(await this.store.remove())) return;
    this.done.set(true);
    await this.router.navigateByUrl('/modeller');
  }

  protected take(draft: InstrumentDraft): void {
    this.store.change('import', () => draft);
    this.desk.show('model');
    this.desk.gone.set(this.words('imported'));
  }

  protected exportJson(): void {
    const body = this.store.body();
    if (body) download(new Blob([instrumentToJson(body)], { type: 'application/json' }), `${body.id || 'modell'}.json`);
  }

  protected async exportWorkbook(): Promise<void> {
    const body = this.store.body();
    if (!body) return;
    const { workbookOf } = await import('./workbook');
    download(workbookOf(body), `${body.id || 'modell'}.xlsx`);
  }

  /** The draft must be with the server before another page reads it. */
  protected async visit(page: readonly string[]): Promise<void> {
    await this.store.flush();
    await this.router.navigate(page);
  }

  private said({ sv, en }: { sv: string; en: string }): string {
    return (this.transloco.activeLang() === 'en' ? en || sv : sv || en) || this.words('unnamed');
  }

  private words(key: string, facts: Record<string, unknown> = {}): string {
    return this.transloco.translate<string>(`instrument.${key}`, facts, this.transloco.activeLang());
  }
}
