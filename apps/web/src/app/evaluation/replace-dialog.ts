import { Component, ElementRef, computed, inject, signal, viewChild } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { evaluations } from '@samsyn/contract/routes';
import { call, CallFailed, RefusalWords } from '../http';
import { Announcer, Icon } from '../look';
import { EvaluationStore } from './evaluation-store';
import { InvitationLinks, type Invitation } from './invitation-links';
import { emptyMember, memberFaults, MemberFields } from './member-fields';
import type { SeatLine } from './seat-lines';

const watching: ReadonlySet<string> = new Set(['adjudicator', 'observer']);

/** Gives an evaluator's seat to another: what is kept, who takes over, why. What is typed stays until it is done. */
@Component({ selector: 'sam-replace-dialog', imports: [Icon, InvitationLinks, MemberFields, TranslocoDirective], templateUrl: './replace-dialog.html', styleUrls: ['./fields.css', './replace-dialog.css'] })
export class ReplaceDialog {
  private readonly store = inject(EvaluationStore);
  private readonly refusals = inject(RefusalWords);
  private readonly announcer = inject(Announcer);
  private readonly transloco = inject(TranslocoService);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  protected readonly line = signal<SeatLine | null>(null);
  /** Somebody in the team who only watches, or '' for somebody else. */
  protected readonly chosen = signal('');
  protected readonly fresh = signal(emptyMember('evaluator'));
  protected readonly reason = signal('');
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly done = signal<{ name: string; invitation: Invitation | null } | null>(null);
  private readonly failure = signal<CallFailed | null>(null);
  protected readonly watchers = computed(() => {
    const members = (this.store.evaluation()?.members ?? []).filter(({ active }) => active);
    // Who also has another role keeps it, and so cannot judge.
    return members.filter((member) => watching.has(member.role) && !members.some((other) => other.person === member.person && !watching.has(other.role)));
  });
  protected readonly wrong = computed(() => {
    const faults = this.tried() && this.chosen() === '' ? memberFaults(this.fresh()) : {};
    const word = (key?: string): string => (key ? this.transloco.translate<string>(`evaluation.create.fault.${key}`) : '');
    return { name: word(faults.name), email: word(faults.email) };
  });
  protected readonly missing = computed(() => this.tried() && this.reason().trim() === '');
  protected readonly refusal = computed(() => {
    const failure = this.failure();
    return failure ? this.refusals.of(failure) : '';
  });

  open(line: SeatLine): void {
    if (this.line()?.seat !== line.seat || this.done()) this.forget();
    this.line.set(line);
    this.dialog().nativeElement.showModal();
  }

  protected close(): void {
    this.dialog().nativeElement.close();
  }

  protected async send(): Promise<void> {
    const [line, id] = [this.line(), this.store.evaluation()?.id];
    this.tried.set(true);
    const invites = this.chosen() === '';
    if (!line || !id || this.busy() || this.reason().trim() === '' || (invites && Object.keys(memberFaults(this.fresh())).length > 0)) return this.toFault();
    const { name, email, organisation } = this.fresh();
    this.busy.set(true);
    this.failure.set(null);
    try {
      const answer = await call(evaluations.replace, { params: { id }, body: { seat: line.seat, reason: this.reason().trim(), who: invites ? { name, email: email.trim(), organisation } : { person: this.chosen() } } });
      const joined = invites ? name : (this.watchers().find(({ person }) => person === this.chosen())?.name ?? '');
      this.done.set({ name: joined, invitation: answer.invitation && { ...answer.invitation, name: joined } });
      this.store.show(answer.evaluation);
      this.announcer.say(this.transloco.translate('evaluation.seats.done', { name: joined }));
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      this.failure.set(failure);
    } finally {
      this.busy.set(false);
    }
  }

  private toFault(): void {
    setTimeout(() => this.dialog().nativeElement.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }

  private forget(): void {
    this.chosen.set('');
    this.fresh.set(emptyMember('evaluator'));
    this.reason.set('');
    this.tried.set(false);
    this.done.set(null);
    this.failure.set(null);
  }
}
