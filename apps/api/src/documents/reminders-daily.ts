import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Reminders } from './reminders';
import { Retention } from './retention';

/** What time it is. Given to what works by the day, so that a spec can say it. */
export type Clock = () => Date;
export const CLOCK = Symbol('clock');

const minute = 60_000;
const every = 15 * minute;

/**
 * What is done once a day: reminders and deletion. It looks every quarter of an hour, and both know by rows in the database
 * what is done already; so a process that was down at seven catches up, and two processes do it once.
 */
@Injectable()
export class DailyWork implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('daily');
  private timers: NodeJS.Timeout[] = [];
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly reminders: Reminders,
    private readonly retention: Retention,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timers = [setTimeout(() => this.tick(), minute).unref(), setInterval(() => this.tick(), every).unref()];
  }

  async onModuleDestroy(): Promise<void> {
    for (const timer of this.timers) clearTimeout(timer);
    await this.running;
  }

  /** One round. One that fails does not stop the other. */
  async round(): Promise<void> {
    const now = this.clock();
    for (const [name, work] of [['reminders', () => this.reminders.send(now)], ['deletion', () => this.retention.deleteDue(now)]] as const)
      await work().catch((fault: unknown) => this.logger.error(`${name}: ${fault instanceof Error ? fault.stack : String(fault)}`));
  }

  private tick(): void {
    this.running = this.running.then(() => this.round());
  }
}
