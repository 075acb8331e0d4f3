import { Component, ElementRef, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { instrumentDifference, type InstrumentDraft } from '@samsyn/domain';
import { Icon } from '../look';
import { DifferenceList } from './difference-list';
import { FaultWords } from './fault-words';
import { importFile, type Imported } from './import-file';

/** Reads a file, names every row to put right, shows what it would change, and only then hands it on. */
@Component({
  selector: 'sam-import-panel',
  imports: [DifferenceList, Icon, TranslocoDirective],
  template: `
    <dialog #dialog aria-labelledby="import-title" (close)="read.set(null)">
      <div class="stack" *transloco="let t">
        <h2 id="import-title">{{ t('instrument.import') }}</h2>
        <p class="hint">{{ t('instrument.importHint') }}</p>
        <div class="field"><label for="import-file">{{ t('instrument.file') }}</label><input #file id="import-file" class="input" type="file" accept=".json,.xlsx,application/json,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" (change)="take(file.files)" /></div>
        @if (busy()) { <p role="status">{{ t('instrument.reading') }}</p> }
        <div aria-live="polite">
          @if (read(); as read) {
            @switch (read.kind) {
              @case ('too-large') { <p class="notice stop"><svg samIcon="stop"></svg><span>{{ t('instrument.fileTooLarge', { n: read.megabytes }) }}</span></p> }
              @case ('json') { <p class="notice stop"><svg samIcon="stop"></svg><span>{{ words.ofJson(read.fault) }}</span></p> }
              @case ('workbook') { @for (fault of read.faults; track $index) { <p class="notice stop"><svg samIcon="stop"></svg><span>{{ t('instrument.workbook.' + fault.rule, { sheet: fault.sheet, cells: fault.found }) }}</span></p> } }
              @case ('draft') {
                @if (read.faults.length > 0) {
                  <p class="notice warn"><svg samIcon="warn"></svg><span>{{ t('instrument.rowFaults', { n: read.faults.length }) }}</span></p>
                  <div class="scroll" tabindex="0" role="region" [attr.aria-label]="t('instrument.rowFaultsLabel')">
                    <table class="table">
                      <thead><tr><th scope="col">{{ t('instrument.sheet') }}</th><th scope="col">{{ t('instrument.row_') }}</th><th scope="col">{{ t('instrument.column') }}</th><th scope="col">{{ t('instrument.doWhat') }}</th></tr></thead>
                      <tbody>@for (fault of read.faults; track $index) { <tr><td>{{ fault.sheet }}</td><td>{{ fault.row || '–' }}</td><td>{{ fault.column ?? '–' }}</td><td>{{ words.ofRow(fault) }}</td></tr> }</tbody>
                    </table>
                  </div>
                } @else { <p class="notice ok"><svg samIcon="check"></svg><span>{{ t('instrument.fileHolds', holds()) }}</span></p> }
              }
            }
          }
        </div>
        @if (fine(); as fine) {
          @if (compare()) { <div class="scroll" tabindex="0" role="region" [attr.aria-label]="t('instrument.differences')"><sam-difference-list [all]="differences()" /></div> }
        }
        <div class="btns">
          <button type="button" class="btn" (click)="dialog.close()">{{ t('instrument.cancel') }}</button>
          @if (fine(); as fine) { <button type="button" class="btn primary" (click)="use(fine)">{{ t(compare() ? 'instrument.replace' : 'instrument.beginWith') }}</button> }
        </div>
      </div>
    </dialog>
  `,
  styleUrl: './dialog.css',
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
  protected readonly fine = computed(() => {
    const read = this.read();
    return read?.kind === 'draft' && read.faults.length === 0 ? read.draft : null;
  });
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
    const file = this.file()?.nativeElement;
    if (file) file.value = '';
    this.dialog().nativeElement.showModal();
  }

  protected async take(files: FileList | null): Promise<void> {
    const file = files?.item(0);
    if (!file) return;
    this.read.set(null);
    this.busy.set(true);
    this.read.set(await importFile(file, this.base()));
    this.busy.set(false);
  }

  protected use(draft: InstrumentDraft): void {
    this.dialog().nativeElement.close();
    this.chosen.emit(draft);
  }
}
