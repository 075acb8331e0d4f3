import { Component, input, model } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { newMemberSchema } from '@samsyn/contract';
import { roles, type Role } from '@samsyn/domain';

export interface MemberDraft { readonly name: string; readonly email: string; readonly organisation: string; readonly role: Role }
export const emptyMember = (role: Role): MemberDraft => ({ name: '', email: '', organisation: '', role });

/** A row that nobody has written in yet does not count. */
export const isBlank = (member: MemberDraft): boolean => [member.name, member.email, member.organisation].every((text) => text.trim() === '');

/** What is wrong with a member as typed: keys below `evaluation.create.fault`, by field. */
export function memberFaults(member: MemberDraft): { name?: 'name'; email?: 'email' } {
  const read = newMemberSchema.safeParse({ ...member, email: member.email.trim() });
  const wrong = new Set(read.success ? [] : read.error.issues.map((issue) => issue.path[0]));
  return { ...(wrong.has('name') ? { name: 'name' as const } : {}), ...(wrong.has('email') ? { email: 'email' as const } : {}) };
}

/** One person of a team: name, e-mail, organisation, role. */
@Component({ selector: 'sam-member-fields', imports: [TranslocoDirective], templateUrl: './member-fields.html', styleUrls: ['./fields.css', './member-fields.css'] })
export class MemberFields {
  readonly member = model.required<MemberDraft>();
  /** Tells the fields of several rows apart. */
  readonly row = input('0');
  /** Sentences to show at the fields. */
  readonly wrong = input<{ readonly name?: string; readonly email?: string }>({});
  /** Without a choice of role, where it is given. */
  readonly fixed = input(false);
  protected readonly roles = roles;

  protected change(part: Partial<MemberDraft>): void {
    this.member.update((member) => ({ ...member, ...part }));
  }

  protected choose(role: string): void {
    const known = roles.find((one) => one === role);
    if (known) this.change({ role: known });
  }
}
