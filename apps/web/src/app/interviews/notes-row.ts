import { afterNextRender, Component, computed, type ElementRef, inject, Injector, input, output, signal, viewChild } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { clock, Icon } from '../look';
import type { NoteDraft } from './notes-note';
import { NotesStore } from './notes-store';

/** One line of the own notes: text first, everything else beside it and quiet. Enter goes on to the next. */
@Component({ selector: 'sam-notes-row', imports: [Icon, TranslocoDirective], templateUrl: './notes-row.html', styleUrl: './notes-row.css' })
export class NotesRow {
  protected readonly store = inject(NotesStore);
  private readonly transloco = inject(TranslocoService);
  private readonly injector = inject(Injector);
  private readonly box = viewChild<ElementRef<HTMLTextAreaElement>>('box');
  private readonly shareButton = viewChild<ElementRef<HTMLElement>>('yes');
  readonly note = input.required<NoteDraft>();
  /** The line that is still empty: the next one to write on. */
  readonly fresh = input(false);
  readonly n = input.required<number>();
  readonly next = output<void>();
  readonly entered = output<void>();
  readonly left = output<void>();
  protected readonly asking = signal(false);
  protected readonly busy = signal(false);
  protected readonly now = computed(() => this.note().now());
  protected readonly time = computed(() => (this.now().at ? clock(this.now().at, this.transloco.activeLang()) : ''));

  /** To the end of the line, ready to go on. */
  focus(): void {
    const box = this.box()?.nativeElement;
    if (!box) return;
    box.focus();
    box.setSelectionRange(box.value.length, box.value.length);
  }

  protected enter(event: Event): void {
    if ((event as KeyboardEvent).shiftKey || (event as KeyboardEvent).isComposing) return;
    event.preventDefault();
    this.store.left(this.note());
    this.next.emit();
  }

  protected leave(): void {
    this.store.left(this.note());
    this.left.emit();
  }

  protected ask(): void {
    this.asking.set(true);
    afterNextRender(() => this.shareButton()?.nativeElement.focus(), { injector: this.injector });
  }

  protected async share(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    await this.store.share(this.note());
    this.busy.set(false);
    this.asking.set(false);
    this.focus();
  }

  protected keepPrivate(): void {
    this.asking.set(false);
    this.focus();
  }
}
