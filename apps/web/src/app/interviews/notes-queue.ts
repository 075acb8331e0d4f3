import { forget, keep, keptUnder } from '../http';

export interface QueuedNote {
  readonly note: string;
  readonly group: string | null;
  readonly text: string;
  readonly edition: number;
  readonly sent: readonly string[];
  readonly at: string;
}

export interface QueuedTick {
  readonly group: string;
  readonly question: string;
  readonly ticked: boolean;
}

/** Notes and ticks of one person in one evaluation that the server has not confirmed. A key each, so that two tabs do not wipe out each other's. */
export class NotesQueue {
  private readonly prefix: string;

  constructor(person: string, evaluation: string) {
    this.prefix = `samsyn.notes.${person}.${evaluation}.`;
  }

  notes(): QueuedNote[] {
    return keptUnder<QueuedNote>(`${this.prefix}note.`).sort((a, b) => a.at.localeCompare(b.at));
  }

  keep(note: QueuedNote): void {
    keep(`${this.prefix}note.${note.note}`, note);
  }

  drop(note: string): void {
    forget(`${this.prefix}note.${note}`);
  }

  ticks(): QueuedTick[] {
    return keptUnder<QueuedTick>(`${this.prefix}tick.`);
  }

  keepTick(tick: QueuedTick): void {
    keep(this.tickKey(tick), tick);
  }

  dropTick(tick: QueuedTick): void {
    forget(this.tickKey(tick));
  }

  private tickKey({ group, question }: QueuedTick): string {
    return `${this.prefix}tick.${group}.${question}`;
  }
}
