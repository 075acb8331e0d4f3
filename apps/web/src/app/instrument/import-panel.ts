import { Component, ElementRef, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { checkDraft, instrumentDifference, type InstrumentDraft } from '@samsyn/domain';
import { Icon } from '../look';
import { DifferenceList } from './difference-list';
import { FaultWords } from './fault-words';
import { importFile, type Imported } from './import-file';

/** So many rows to put right are shown at once; a table of thousands would only hide where to begin. */
const mostShown = 200;

/** Reads a file, names every row to put right, shows what it would change, and only then hands it on. */
@Component({
  selector: 'sam-import-panel',
  imports: [DifferenceList, Icon, TranslocoDirective],
  templateUrl: './import-panel.html',
  styleUrls: ['./dialog.css', './import-panel.css'],
})
export class ImportPanel {
  protected readonly words = inject(FaultWords);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  private readonly file = viewChild<ElementRef<HTMLInputElement>>('file');
  /** What the file is laid upon, and compared with. */
  readonly base = input.required<InstrumentDraft>();
  readonly compare = input(true);
  readonly chosen = output<InstrumentDraft>();
  protected readonly read = signal<Imported | null>(null);
  protected readonly busy = signal(false);
  protected readonly name = signal('');
  protected readonly fine = computed(() => {
    const read = this.read();
    return read?.kind === 'draft' && read.faults.length === 0 ? read.draft : null;
  });
  /** The rows to put right, in words. */
  protected readonly rows = computed(() => {
    const read = this.read();
    if (read?.kind !== 'draft' || read.faults.length === 0) return null;
    return { shown: read.faults.slice(0, mostShown).map((fault) => ({ ...fault, ...this.words.ofRow(fault) })), more: Math.max(0, read.faults.length - mostShown) };
  });
  /** What stands in the way of publishing the model of the file: it may be taken in all the same, and put right in the draft. */
  protected readonly problems = computed(() => {
    const draft = this.same() ? null : this.fine();
    return draft ? checkDraft(draft) : [];
  });
  protected readonly same = computed(() => this.compare() && this.fine() !== null && this.differences().length === 0);
  protected readonly differences = computed(() => {
    const draft = this.fine();
    return draft ? instrumentDifference(this.base(), draft) : [];
  });
  protected readonly holds = computed(() => {
    const questions = this.fine()?.areas.flatMap((area) => area.questions) ?? [];
    return { areas: this.fine()?.areas.length ?? 0, questions: questions.length, criteria: questions.reduce((sum, { criteria }) => sum + criteria.length, 0) };
  });

  open(): void {
    this.read.set(null);
    this.name.set('');
    const file = this.file()?.nativeElement;
    if (file) file.value = '';
    this.dialog().nativeElement.showModal();
  }

  protected async take(files: FileList | null): Promise<void> {
    const file = files?.item(0);
    if (!file) return;
    this.read.set(null);
    this.name.set(file.name);
    this.busy.set(true);
    const read = await importFile(file, this.base());
    this.busy.set(false);
    if (this.dialog().nativeElement.open) this.read.set(read);
  }

  protected use(draft: InstrumentDraft): void {
    this.dialog().nativeElement.close();
    this.chosen.emit(draft);
  }
}
