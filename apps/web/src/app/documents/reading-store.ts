import { Service, computed, inject, signal, type OnDestroy } from '@angular/core';
import type { AnswerOf, documents as wire, DocumentVersionView, DocumentView } from '@samsyn/contract';
import { documents } from '@samsyn/contract/routes';
import type { Place } from '@samsyn/domain';
import { EvaluationStore } from '../evaluation';
import { call, CallFailed, RefusalWords } from '../http';
import { isThere, isUnderWay } from './web-copy';

export type Preview = AnswerOf<typeof wire.preview>;
const checkEvery = 2500;

/** What stands in the way of reading, or how it is read. */
export type ReadingState = 'reading' | 'trouble' | 'gone' | 'deleted' | 'checking' | 'refused' | 'web' | 'ready';

/** One version of one document: its record on the shelf and how it is to be shown. */
@Service({ autoProvided: false })
export class ReadingStore implements OnDestroy {
  private readonly evaluation = inject(EvaluationStore);
  private readonly refusals = inject(RefusalWords);
  private readonly shelf = signal<readonly DocumentView[] | null>(null);
  private readonly shown = signal<Preview | null>(null);
  private readonly trouble = signal<CallFailed | null>(null);
  private readonly asked = signal('');
  /** The row of a long table that is to be among what is shown. */
  private around: Place | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private turn = 0;

  readonly id = computed(() => this.evaluation.evaluation()?.id ?? '');
  readonly preview = this.shown.asReadonly();
  readonly all = computed(() => this.shelf() ?? []);
  readonly document = computed<DocumentView | null>(() => this.all().find(({ versions }) => versions.some(({ version }) => version === this.asked())) ?? null);
  readonly version = computed<DocumentVersionView | null>(() => this.document()?.versions.find(({ version }) => version === this.asked()) ?? null);
  /** A later version that may be read, when the one shown is not the newest. */
  readonly newer = computed<DocumentVersionView | null>(() => {
    const [mine, document] = [this.version(), this.document()];
    const newest = document?.versions.find((version) => isThere(document, version));
    return mine && newest && newest.number > mine.number ? newest : null;
  });
  readonly state = computed<ReadingState>(() => {
    const trouble = this.trouble();
    if (trouble?.code === 'documents/deleted') return 'deleted';
    if (trouble?.code === 'wire/not-found' || trouble?.code === 'wire/invalid') return 'gone';
    if (this.document()?.kind === 'web' && this.version()?.copy?.state !== 'done') return 'web';
    if (this.version()?.state === 'checking') return 'checking';
    if (this.version()?.state === 'refused') return 'refused';
    if (trouble) return 'trouble';
    return this.shown() ? 'ready' : 'reading';
  });
  readonly failure = computed(() => {
    const trouble = this.trouble();
    return trouble ? this.refusals.of(trouble) : '';
  });

  /** Reads the shelf and how the version is shown, both at once. */
  async open(version: string, place: Place | null = null): Promise<void> {
    this.asked.set(version);
    this.around = place?.kind === 'row' ? place : null;
    this.shown.set(null);
    await this.read();
  }

  /** Of a long table another part, when the row is not in the one that is shown. */
  async toRow(place: Place): Promise<void> {
    const sheet = this.shown()?.sheets?.find(({ name }) => name === place.under);
    if (place.kind !== 'row' || !sheet || (place.number >= sheet.first && place.number < sheet.first + sheet.rows.length)) return;
    this.around = place;
    await this.read();
  }

  async read(): Promise<void> {
    const [turn, version, id] = [++this.turn, this.asked(), this.id()];
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    if (!id || !version) return;
    this.trouble.set(null);
    const [list, preview] = await Promise.allSettled([call(documents.list, { params: { id } }), call(this.previewing(), { params: { id, version } })]);
    if (turn !== this.turn) return;
    if (list.status === 'fulfilled') this.shelf.set([...list.value.requests.flatMap((request) => request.documents), ...list.value.loose]);
    if (preview.status === 'fulfilled') return this.shown.set(preview.value);
    if (!(preview.reason instanceof CallFailed)) throw preview.reason;
    this.trouble.set(preview.reason);
    const shown = this.version();
    if (shown && isUnderWay(shown)) this.timer = setTimeout(() => void this.read(), checkEvery);
  }

  private previewing(): typeof documents.preview {
    const query = this.around ? `?${new URLSearchParams({ sheet: this.around.under, row: `${this.around.number}` })}` : '';
    return { ...documents.preview, path: `${documents.preview.path}${query}` as typeof documents.preview.path };
  }

  /** A page's text, as it was read out of the file; null where there is none. */
  async pageText(page: number): Promise<AnswerOf<typeof wire.page> | null> {
    try {
      return await call(documents.page, { params: { id: this.id(), version: this.asked(), page: `${page}` } });
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      if (failure.code === 'wire/not-found') return null;
      throw failure;
    }
  }

  ngOnDestroy(): void {
    if (this.timer) clearTimeout(this.timer);
    this.turn = Number.POSITIVE_INFINITY;
  }
}
