import { Component, ElementRef, computed, inject, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { PlanDesk } from '@samsyn/contract';
import { interviews } from '@samsyn/contract/routes';
import { interviewKinds, type InterviewKind } from '@samsyn/domain';
import { call, copyPlace, forget, keep, kept, spokenAs } from '../http';
import { Announcer, Icon, Trouble, Waiting } from '../look';
import { pastedPeople, type Given, type PastedRow } from './pasted-people';
import { PersonalCare } from './personal-care';
import { PlanStore } from './plan-store';
import { PlanWords } from './plan-words-of';

const blank: Given = { person: null, name: '', email: null, phone: '', role: '', organisation: '', kind: 'managers', label: '', manager: null };
type Person = PlanDesk['people'][number];

/** The people to be interviewed: one at a time, or many rows pasted from a spreadsheet. */
@Component({ selector: 'sam-interviewees-page', imports: [Icon, PersonalCare, RouterLink, TranslocoDirective, Trouble, Waiting], providers: [PlanStore, PlanWords], templateUrl: './interviewees-page.html', styleUrl: './interviewees-page.css' })
export class IntervieweesPage {
  protected readonly store = inject(PlanStore);
  protected readonly words = inject(PlanWords);
  private readonly announcer = inject(Announcer);
  private readonly nameField = viewChild<ElementRef<HTMLInputElement>>('nameField');
  protected readonly kinds = interviewKinds;
  protected readonly draft = signal<Given | null>(null);
  protected readonly failed = signal('');
  protected readonly pasting = signal(false);
  protected readonly text = signal('');
  protected readonly added = signal<{ readonly n: number; readonly of: number } | null>(null);
  protected readonly removing = signal<string | null>(null);
  protected readonly copied = signal<string | null>(null);
  protected readonly rows = computed(() => pastedPeople(this.text(), this.store.desk()?.people ?? []));
  protected readonly good = computed(() => this.rows().filter(({ faults }) => faults.length === 0));
  protected readonly people = computed(() => {
    const [desk, plan] = [this.store.desk(), this.store.plan()];
    const answered = new Set((desk?.availability ?? []).filter((own) => own.answered).map(({ person }) => person));
    return (desk?.people ?? []).map((own) => ({ ...own, answered: answered.has(own.id), managerName: this.store.name()(own.manager ?? ''), groups: (plan?.groups ?? []).flatMap(({ title, members }) => (members.some(({ person }) => person === own.id) ? [title] : [])).join(', ') }));
  });
  protected readonly back = computed(() => ['/utvardering', this.store.evaluationId(), 'intervjuer']);

  protected add(): void {
    this.open(kept<Given>(this.key()) ?? blank);
  }

  protected edit({ id, name, email, phone, role, organisation, kind, label, manager }: Person): void {
    this.open({ person: id, name, email, phone, role, organisation, kind, label, manager });
  }

  protected set(change: Partial<Given>): void {
    this.draft.update((own) => own && { ...own, ...change });
    const draft = this.draft();
    if (draft?.person === null) keep(this.key(), { ...draft, label: '' });
    this.failed.set('');
  }

  protected kind(text: string): void {
    const kind: InterviewKind | undefined = interviewKinds.find((own) => own === text);
    if (kind) this.set({ kind });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const draft = this.draft();
    if (!draft || this.store.busy()) return;
    if (draft.name.trim() === '') return this.failed.set(this.words.t('someone.noName'));
    if (!(await this.put(draft))) return this.failed.set(this.store.refusal());
    if (draft.person === null) forget(this.key());
    this.announcer.say(this.words.t('someone.saved', { name: draft.name }));
    this.draft.set(null);
  }

  protected cancel(): void {
    if (this.draft()?.person === null) forget(this.key());
    this.draft.set(null);
  }

  /** Row by row; one that the server refuses stays in the field with its line. Managers who came in with the same list are set last. */
  protected async takeIn(): Promise<void> {
    if (this.store.busy()) return;
    const rows = this.good();
    const done = new Set<number>();
    this.added.set({ n: 0, of: rows.length });
    for (const row of rows) {
      if (!(await this.put(row.person))) break;
      done.add(row.line);
      this.added.set({ n: done.size, of: rows.length });
    }
    await this.withManagers(rows.filter(({ line }) => done.has(line)));
    this.failed.set(done.size < rows.length ? this.store.refusal() : '');
    this.text.update((text) => text.split(/\r?\n/).filter((_, at) => !done.has(at + 1)).join('\n').trim());
    this.announcer.say(this.words.t('someone.tookIn', { n: done.size }));
    if (this.good().length === 0 && this.rows().length === 0) this.text.set('');
  }

  protected async remove(person: Person): Promise<void> {
    if (this.removing() !== person.id) return this.removing.set(person.id);
    this.removing.set(null);
    await this.store.send((id) => call(interviews.removePerson, { params: { id, person: person.id } }));
  }

  protected async copy({ id, link }: Person): Promise<void> {
    await navigator.clipboard.writeText(link ?? '');
    this.copied.set(id);
    this.announcer.say(this.words.t('someone.copied'));
  }

  private put(body: Given): Promise<boolean> {
    return this.store.send((id) => call(interviews.putPerson, { params: { id }, body: { ...body, email: body.email?.trim() || null } }));
  }

  private async withManagers(rows: readonly PastedRow[]): Promise<void> {
    for (const { person, managerName } of rows) {
      const people = this.store.desk()?.people ?? [];
      const [own, manager] = [person.name, managerName].map((name) => people.find((one) => name !== null && one.name.toLowerCase() === name.trim().toLowerCase()));
      if (own && manager && own !== manager) await this.put({ ...person, person: own.id, manager: manager.id });
    }
  }

  private open(draft: Given): void {
    this.draft.set(draft);
    this.pasting.set(false);
    this.failed.set('');
    setTimeout(() => this.nameField()?.nativeElement.focus());
  }

  private key(): string {
    return copyPlace(spokenAs(), 'interviewee', this.store.evaluationId());
  }
}
