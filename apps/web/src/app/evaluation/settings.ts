import { Component, ElementRef, Injector, afterNextRender, computed, inject, linkedSignal, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { EvaluationView, MemberView } from '@samsyn/contract';
import { evaluations } from '@samsyn/contract/routes';
import { call, CallFailed, RefusalWords } from '../http';
import { Icon, Mark, shortDay } from '../look';
import { DatesSettings } from './dates-settings';
import { EvaluationStore } from './evaluation-store';
import { InvitationLinks, type Invitation } from './invitation-links';
import { emptyMember, memberFaults, MemberFields } from './member-fields';
import { faultsOf, PolicyForm } from './policy-form';
import { SealedRules } from './sealed-rules';

/** Team, dates and rules, for the coordinator; evaluators come for the rules, which two change together from the first seal. */
@Component({
  selector: 'sam-settings',
  imports: [DatesSettings, Icon, InvitationLinks, Mark, MemberFields, PolicyForm, SealedRules, TranslocoDirective],
  templateUrl: './settings.html',
  styleUrls: ['./fields.css', './form-page.css', './settings.css'],
})
export class Settings {
  private readonly store = inject(EvaluationStore);
  private readonly refusals = inject(RefusalWords);
  private readonly transloco = inject(TranslocoService);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly evaluation = this.store.evaluation;
  protected readonly coordinator = computed(() => this.evaluation()?.members.some((member) => member.active && member.person === this.store.me() && member.role === 'coordinator') ?? false);
  protected readonly evaluator = this.store.isEvaluator;
  /** What is typed starts anew only when the rules themselves change on the server. */
  private readonly stored = computed(() => this.evaluation()?.policy ?? null, { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) });
  protected readonly policy = linkedSignal(() => this.stored());
  protected readonly unchanged = computed(() => JSON.stringify(this.policy()) === JSON.stringify(this.stored()));
  protected readonly fresh = signal(emptyMember('evaluator'));
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly asking = signal('');
  protected readonly invitations = signal<readonly Invitation[]>([]);
  protected readonly done = signal('');
  private readonly failure = signal<{ at: 'team' | 'add' | 'policy'; failure: CallFailed } | null>(null);
  protected readonly wrong = computed(() => {
    const faults = this.tried() ? memberFaults(this.fresh()) : {};
    return { name: this.fault(faults.name), email: this.fault(faults.email) };
  });

  protected refusal(at: 'team' | 'add' | 'policy'): string {
    const failed = this.failure();
    return failed?.at === at ? this.refusals.of(failed.failure) : '';
  }

  protected keyOf(member: MemberView): string {
    return `${member.person} ${member.role}`;
  }

  protected nameOf(person: string): string {
    return this.evaluation()?.members.find((member) => member.person === person)?.name ?? '';
  }

  protected day(at: string): string {
    return shortDay(at, this.transloco.activeLang());
  }

  protected async add(): Promise<void> {
    this.tried.set(true);
    const member = this.fresh();
    if (Object.keys(memberFaults(member)).length > 0) return;
    await this.change('add', async (id) => {
      const answer = await call(evaluations.addMember, { params: { id }, body: { ...member, email: member.email.trim() } });
      this.fresh.set(emptyMember(member.role));
      this.tried.set(false);
      this.show('settings.invited', { ...answer.invitation, name: member.name });
      return answer.evaluation;
    });
  }

  protected async inviteAgain({ person, name }: MemberView): Promise<void> {
    await this.change('team', async (id) => {
      const { invitation } = await call(evaluations.inviteAgain, { params: { id }, body: { person } });
      this.show('settings.invitedAgain', { ...invitation, name });
    });
  }

  /** The newest invitation of each, the last one first. It stands at the top of the page, which on a phone is far from the button. */
  private show(key: string, invitation: Invitation): void {
    this.invitations.update((list) => [invitation, ...list.filter(({ email }) => email !== invitation.email)]);
    this.done.set([this.words(key, { name: invitation.name }), ...(invitation.link ? [this.words('settings.once', {})] : [])].join(' '));
    this.focus('.notice.ok');
  }

  /** The keyboard follows from the question to its careful answer. */
  protected ask(member: MemberView): void {
    this.asking.set(this.keyOf(member));
    this.focus('.ask .plain');
  }

  protected keep(row: number): void {
    this.asking.set('');
    this.focus(`#remove-${row}`);
  }

  private focus(where: string): void {
    afterNextRender(() => this.host.nativeElement.querySelector<HTMLElement>(where)?.focus(), { injector: this.injector });
  }

  protected async remove(member: MemberView): Promise<void> {
    await this.change('team', async (id) => {
      const view = await call(evaluations.removeMember, { params: { id }, body: { person: member.person, role: member.role } });
      this.asking.set('');
      this.done.set(this.words('settings.removed', { name: member.name }));
      this.focus('#team');
      return view;
    });
  }

  protected async savePolicy(): Promise<void> {
    const policy = this.policy();
    if (!policy || this.unchanged() || Object.keys(faultsOf(policy)).length > 0) return;
    await this.change('policy', async (id) => {
      const view = await call(evaluations.setPolicy, { params: { id }, body: policy });
      this.done.set(this.words('settings.saved', {}));
      return view;
    });
  }

  private async change(at: 'team' | 'add' | 'policy', act: (id: string) => Promise<EvaluationView | void>): Promise<void> {
    const id = this.evaluation()?.id;
    if (!id || this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    this.done.set('');
    try {
      const view = await act(id);
      if (view) this.store.show(view);
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      this.failure.set({ at, failure });
    } finally {
      this.busy.set(false);
    }
  }

  private fault(key: string | undefined): string {
    return key ? this.words(`create.fault.${key}`, {}) : '';
  }

  private words(key: string, figures: Record<string, string>): string {
    return this.transloco.translate<string>(`evaluation.${key}`, figures, this.transloco.activeLang());
  }
}
