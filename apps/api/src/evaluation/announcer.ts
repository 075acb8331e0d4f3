import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { declaredPeople, mayBeTold, minuteOf, revisionSeenBy, type LedgerEntry } from '@samsyn/domain';
import { LiveGateway } from '../live';
import { changesSeenBy } from './changes-seen';
import type { Standing } from './evaluation-ledger';
import { nowText } from './now-text';

const minute = 60_000;

/**
 * Tells each member who has declared what they may know, after the commit: one message per person, to that person's room. A colleague's
 * seal is not told when it happens; the counters of everyone move together on the full minute.
 */
@Injectable()
export class Announcer implements OnModuleDestroy {
  /** Evaluations with blind acts since the last minute. */
  private readonly waiting = new Map<string, Standing>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly live: LiveGateway) {}

  announce(standing: Standing, entries: readonly LedgerEntry[]): void {
    const { state } = standing;
    const now = nowText();
    for (const person of declaredPeople(state)) {
      if (!this.live.isHere(person)) continue;
      const changes = entries.flatMap((entry) => (mayBeTold(entry, person) ? changesSeenBy(state, person, entry) : []));
      if (changes.length > 0) this.live.tell(person, { evaluationId: state.id, revision: revisionSeenBy(standing.counts, person, now), changes });
    }
    if (entries.some((entry) => entry.fact.kind === 'sealed' || entry.fact.kind === 'sealWithdrawn')) this.onTheMinute(standing);
  }

  private onTheMinute(standing: Standing): void {
    this.waiting.set(standing.state.id, standing);
    this.timer ??= setTimeout(() => this.tick(), minute - (Date.now() - Date.parse(minuteOf(new Date().toISOString()))) + 50).unref();
  }

  private tick(): void {
    this.timer = undefined;
    const now = new Date().toISOString();
    const before = new Date(Date.parse(minuteOf(now)) - 1).toISOString();
    for (const standing of this.waiting.values())
      for (const person of declaredPeople(standing.state)) {
        const revision = revisionSeenBy(standing.counts, person, now);
        // Nobody is told of a minute in which no counter moved.
        if (revision !== revisionSeenBy(standing.counts, person, before)) this.live.tell(person, { evaluationId: standing.state.id, revision, changes: [{ kind: 'progress' }] });
      }
    this.waiting.clear();
  }

  onModuleDestroy(): void {
    clearTimeout(this.timer);
  }
}
