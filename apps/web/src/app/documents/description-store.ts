import { Service, computed, inject, signal, type OnDestroy } from '@angular/core';
import { documents, type RouteAnswer } from '@samsyn/contract/routes';
import { merge, type Subscription } from 'rxjs';
import { EvaluationStore } from '../evaluation';
import { call, CallFailed, RefusalWords } from '../http';
import { LiveFeed } from '../live';
import { Answer, type Drawer, type Other } from './description-answer';

type Description = RouteAnswer<typeof documents.description>;
type Submission = RouteAnswer<typeof documents.submission>;

/** The municipality's own answers: written question by question, assigned, submitted as numbered versions. */
@Service({ autoProvided: false })
export class DescriptionStore implements OnDestroy {
  private readonly evaluation = inject(EvaluationStore);
  private readonly refusals = inject(RefusalWords);
  private readonly seen = signal<Description | null>(null);
  private readonly trouble = signal<CallFailed | null>(null);
  private readonly failed = signal<CallFailed | null>(null);
  private readonly doing = signal(false);
  private readonly version = signal<Submission | null>(null);
  private readonly answers = new Map<string, Answer>();
  private readonly subscription: Subscription;
  readonly id = computed(() => this.evaluation.evaluation()?.id ?? '');
  readonly view = this.seen.asReadonly();
  readonly busy = this.doing.asReadonly();
  readonly opened = this.version.asReadonly();
  readonly failure = computed(() => this.said(this.seen() ? null : this.trouble()));
  readonly refusal = computed(() => this.said(this.failed()));

  constructor() {
    this.subscription = merge(this.evaluation.reread, inject(LiveFeed).checks).subscribe(() => void this.read());
  }

  answer(question: string): Answer {
    const known = this.answers.get(question) ?? new Answer(this.id(), question, this.drawer(question));
    this.answers.set(question, known);
    return known;
  }

  async read(): Promise<void> {
    try {
      this.show(await call(documents.description, { params: { id: this.id() } }));
      this.trouble.set(null);
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      this.trouble.set(failure);
    }
  }

  assign(questions: readonly string[], person: string | null): Promise<boolean> {
    return this.act(async () => this.show(await call(documents.assign, { params: { id: this.id() }, body: { questions: [...questions], person } })));
  }

  /** Everything typed is sent first: what is submitted is what stands on the screen. */
  submit(): Promise<boolean> {
    return this.act(async () => {
      const saved = await Promise.all([...this.answers.values()].map((answer) => answer.flush()));
      if (saved.includes(false)) throw new CallFailed([...this.answers.values()].some(({ state }) => state() === 'clash') ? 'documents/edited-elsewhere' : 'offline');
      this.show(await call(documents.submit, { params: { id: this.id() } }));
    });
  }

  open(number: number | null): Promise<boolean> {
    if (number === null) this.version.set(null);
    return number === null ? Promise.resolve(true) : this.act(async () => this.version.set(await call(documents.submission, { params: { id: this.id(), number: `${number}` } })));
  }

  private async act(command: () => Promise<void>): Promise<boolean> {
    if (this.doing()) return false;
    this.doing.set(true);
    this.failed.set(null);
    try {
      await command();
      return true;
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      this.failed.set(failure);
      return false;
    } finally {
      this.doing.set(false);
    }
  }

  private show(view: Description): void {
    if (view.mayWrite) for (const { question, text, edition } of view.answers) this.answer(question).hear({ text, edition });
    this.seen.set(view);
  }

  private drawer(question: string): Drawer {
    const key = `samsyn-answer/${this.evaluation.me()}/${this.id()}/${question}`;
    return {
      read: () => {
        try {
          return JSON.parse(localStorage.getItem(key) ?? 'null') as Other | null;
        } catch {
          return null;
        }
      },
      write: (kept) => {
        try {
          if (kept) localStorage.setItem(key, JSON.stringify(kept));
          else localStorage.removeItem(key);
        } catch {
          // Without storage the words still stand in the field.
        }
      },
    };
  }

  private said(failure: CallFailed | null): string {
    return failure ? this.refusals.of(failure) : '';
  }

  ngOnDestroy(): void {
    this.subscription.unsubscribe();
    for (const answer of this.answers.values()) {
      if (answer.unsaved) void answer.flush();
      else answer.stop();
    }
  }
}
