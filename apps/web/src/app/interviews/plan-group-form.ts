import { Component, ElementRef, Injector, afterNextRender, computed, inject, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { interviewKinds, type InterviewGroup } from '@samsyn/domain';
import { EvaluationStore } from '../evaluation';
import { Icon } from '../look';
import { PlanStore } from './plan-store';
import { itemOf } from './plan-ways';
import { wholeOf } from './plan-time';
import { PlanWords } from './plan-words-of';

const blank = (): InterviewGroup => ({ id: crypto.randomUUID(), edition: 0, title: '', kind: 'managers', length: 60, evening: false, protected: false, members: [], evaluators: 'all', questions: [] });

/** A group: who is in it, how long it sits, what it is asked. */
@Component({ selector: 'sam-plan-group-form', imports: [Icon, RouterLink, TranslocoDirective], templateUrl: './plan-group-form.html', styleUrl: './plan-forms.css' })
export class PlanGroupForm {
  private readonly evaluation = inject(EvaluationStore);
  protected readonly store = inject(PlanStore);
  protected readonly words = inject(PlanWords);
  private readonly injector = inject(Injector);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  protected readonly draft = signal<InterviewGroup | null>(null);
  protected readonly failed = signal('');
  protected readonly search = signal('');
  protected readonly lay = signal(true);
  protected readonly kinds = interviewKinds;
  protected readonly areas = computed(() => (this.evaluation.instrument()?.areas ?? []).map((area) => ({ number: area.number, name: area.title[this.words.language() === 'en' ? 'en' : 'sv'], questions: area.questions.map(({ number, short }) => ({ number, short: short[this.words.language() === 'en' ? 'en' : 'sv'] })) })));
  /** Those in the group first as they were on opening, so that nobody jumps when ticked. */
  private readonly first = signal<ReadonlySet<string>>(new Set());
  protected readonly people = computed(() => {
    const wanted = this.search().trim().toLowerCase();
    const all = (this.store.desk()?.people ?? []).filter(({ name, role, organisation }) => `${name} ${role} ${organisation}`.toLowerCase().includes(wanted));
    return [...all.filter(({ id }) => this.first().has(id)), ...all.filter(({ id }) => !this.first().has(id))].map((own) => ({ ...own, member: this.draft()?.members.find(({ person }) => person === own.id) ?? null }));
  });

  edit(group: InterviewGroup | null): void {
    const draft = group ?? blank();
    this.draft.set(draft);
    this.first.set(new Set(draft.members.map(({ person }) => person)));
    this.failed.set('');
    this.search.set('');
    this.lay.set(true);
    afterNextRender(() => this.dialog().nativeElement.showModal(), { injector: this.injector });
  }

  protected set(change: Partial<InterviewGroup>): void {
    this.draft.update((group) => group && { ...group, ...change });
    this.failed.set('');
  }

  protected kind(text: string): void {
    const kind = interviewKinds.find((own) => own === text);
    if (kind) this.set({ kind, ...(kind === 'unions' && this.draft()?.edition === 0 ? { protected: true } : {}) });
  }

  protected whole(text: string, otherwise: number): number {
    return wholeOf(text) ?? otherwise;
  }

  protected member(person: string, need: 'none' | 'required' | 'optional'): void {
    const others = (this.draft()?.members ?? []).filter((own) => own.person !== person);
    this.set({ members: need === 'none' ? others : [...others, { person, required: need === 'required' }] });
  }

  protected question(number: string, on: boolean): void {
    const own = new Set(this.draft()?.questions ?? []);
    if (on) own.add(number);
    else own.delete(number);
    this.set({ questions: this.areas().flatMap(({ questions }) => questions.map((one) => one.number)).filter((one) => own.has(one)) });
  }

  protected save(event: Event): void {
    event.preventDefault();
    const [group, world] = [this.draft(), this.store.world()];
    if (!group || !world) return;
    if (group.title.trim() === '') return this.failed.set(this.words.t('form.noTitle'));
    if (group.length < 30 || group.length > 210 || group.length % 5 !== 0) return this.failed.set(this.words.t('form.badLength'));
    const fresh = group.edition === 0 && this.lay() && world.plan.days.length > 0;
    const label = this.words.t('done.group', { title: group.title });
    if (this.store.change(label, { kind: 'putGroup', group: { ...group, title: group.title.trim() } }, ...(fresh ? [{ kind: 'putItem' as const, item: itemOf(world, group, crypto.randomUUID()) }] : [])) || this.store.clash()) this.close();
    else this.failed.set(this.store.refusal());
  }

  protected remove(): void {
    const group = this.draft();
    this.close();
    if (group) this.store.change(this.words.t('done.removed', { title: group.title }), { kind: 'removeGroup', group: group.id, edition: group.edition });
  }

  protected close(): void {
    this.dialog().nativeElement.close();
  }
}
