import { Injectable } from '@nestjs/common';
import type { AnswerOf, BodyOf, EvaluationView } from '@samsyn/contract';
import { evaluations } from '@samsyn/contract';
import { membershipsOf, Refusal, requireMayNudge, requireMayReplace, requireOpen, requireRole, requireUnlocked, titleOf, type EvaluationState, type Role } from '@samsyn/domain';
import type { z } from 'zod';
import { Outbox } from '../mail';
import { Accounts, type SignedIn } from '../people';
import { EvaluationLedger } from './evaluation-ledger';
import { Evaluations } from './evaluations';
import { goOn } from './go-on';

type Replacement = z.output<typeof evaluations.replace.body>;
type Replaced = AnswerOf<typeof evaluations.replace>;

/** Who in the team may leave what they are to become an evaluator: they only watch. */
const watchers: ReadonlySet<Role> = new Set<Role>(['adjudicator', 'observer']);

/** What is done about a seat that others wait for: its holder is nudged, or somebody takes it over. */
@Injectable()
export class Seats {
  constructor(
    private readonly ledger: EvaluationLedger,
    private readonly evaluations: Evaluations,
    private readonly accounts: Accounts,
    private readonly outbox: Outbox,
  ) {}

  async nudge(caller: SignedIn, id: string, { person }: BodyOf<typeof evaluations.nudge>): Promise<EvaluationView> {
    const standing = await this.ledger.record(id, caller.id, (draft) => {
      requireRole(draft.state, caller.id, 'coordinator', 'evaluator');
      requireOpen(draft.state);
      requireMayNudge(draft.state, caller.id, person, draft.now);
      draft.add({ kind: 'nudged', person });
    });
    await this.tell(standing.state, person, {
      subject: `Påminnelse: ${titleOf(standing.state)}`,
      text: `${caller.name} påminner om att försegla dina frågor i utvärderingen av ${titleOf(standing.state)}. Poängen öppnas när alla utvärderare har förseglat.`,
      page: 'poangark',
    });
    return this.evaluations.viewOf(standing, caller.id);
  }

  async replace(caller: SignedIn, id: string, { seat, reason, who }: Replacement): Promise<Replaced> {
    requireRole((await this.ledger.read(id)).state, caller.id, 'coordinator');
    const invited = 'email' in who ? await this.accounts.findOrCreate(who) : null;
    const joined = invited?.id ?? ('person' in who ? who.person : '');
    const standing = await this.ledger.record(id, caller.id, (draft) => {
      requireRole(draft.state, caller.id, 'coordinator');
      requireUnlocked(draft.state);
      if (!invited) {
        const roles = membershipsOf(draft.state, joined).map(({ role }) => role);
        if (roles.length === 0) throw new Refusal('wire/not-found');
        for (const role of roles.filter((own) => watchers.has(own))) draft.add({ kind: 'left', person: joined, role });
      }
      const { person: left } = requireMayReplace(draft.state, seat, joined, reason);
      draft.add({ kind: 'replaced', seat, left, joined, reason: reason.trim() });
      goOn(draft);
    });
    if (!invited)
      await this.tell(standing.state, joined, {
        subject: `Du är utvärderare: ${titleOf(standing.state)}`,
        text: `${caller.name} har gett dig en plats som utvärderare i utvärderingen av ${titleOf(standing.state)}. Det som redan är förseglat på platsen står kvar; du bedömer resten.`,
        page: '',
      });
    return {
      evaluation: await this.evaluations.viewOf(standing, caller.id),
      invitation: invited ? { email: invited.email, ...(await this.accounts.invite(invited, standing.state)) } : null,
    };
  }

  private async tell({ id }: EvaluationState, to: string, { subject, text, page }: { subject: string; text: string; page: string }): Promise<void> {
    const person = await this.accounts.byId(to);
    const link = [this.accounts.publicUrl(), 'utvardering', id, page].filter(Boolean).join('/');
    await this.outbox.put({ personId: person.id, evaluationId: id, to: person.email, subject, text: `Hej ${person.name}.\n\n${text}\n\n${link}\n` });
  }
}
