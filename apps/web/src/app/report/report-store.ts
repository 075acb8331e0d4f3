import { Service, computed, inject, signal } from '@angular/core';
import type { ArchiveEntry, LockState } from '@samsyn/contract';
import { archive, reports } from '@samsyn/contract/routes';
import { asExact, compareExact, exact, forDrawing, meanOf, reportDifference, sumOf, swedish, type Exact, type Report, type ReportArea, type ReportDifference } from '@samsyn/domain';
import { call, CallFailed } from '../http';
import { EvaluationStore } from '../evaluation';

/** What the page shows: a locked version, the evaluators' draft, or that there is nothing to read yet. */
export type Shown =
  | { readonly kind: 'reading' }
  | { readonly kind: 'locked'; readonly report: Report; readonly hash: string; readonly lockedAt: string }
  | { readonly kind: 'draft'; readonly report: Report; readonly fingerprint: string }
  | { readonly kind: 'none'; readonly ready: boolean }
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed'; readonly failure: CallFailed };

/** The mean of other published results with the same model, area by area. */
export interface Reference {
  readonly names: readonly string[];
  readonly areas: readonly { readonly printed: string; readonly value: number; readonly exact: string }[];
}

/** One report as stored. Printed figures are shown as they are; nothing here computes a score. */
@Service({ autoProvided: false })
export class ReportStore {
  private readonly evaluation = inject(EvaluationStore);
  private readonly now = signal<Shown>({ kind: 'reading' });
  private readonly lock = signal<LockState | null>(null);
  private readonly others = signal<readonly ArchiveEntry[]>([]);
  private readonly between = signal<ReportDifference | null>(null);
  private readonly betweenNames = signal<ReadonlyMap<string, string>>(new Map());
  private readonly betweenFailed = signal<CallFailed | null>(null);
  private asked = 0;

  readonly shown = this.now.asReadonly();
  readonly difference = this.between.asReadonly();
  /** Who is who in the two versions, as they themselves say. */
  readonly differenceNames = this.betweenNames.asReadonly();
  readonly differenceFailure = this.betweenFailed.asReadonly();
  readonly versions = computed(() => this.lock()?.versions ?? []);
  readonly draftReady = computed(() => Boolean(this.lock()?.ready && this.evaluation.isEvaluator() && !this.isLocked()));
  readonly isLocked = computed(() => this.versions().some((version) => version.unlockedAt === null));
  readonly report = computed(() => {
    const shown = this.now();
    return shown.kind === 'locked' || shown.kind === 'draft' ? shown.report : null;
  });
  /** Areas from strongest to weakest, by unrounded points. */
  readonly ranking = computed(() => [...(this.report()?.areas ?? [])].sort((a, b) => compareExact(shareOf(b), shareOf(a))));
  readonly reference = computed(() => referenceFor(this.report(), this.others()));

  /** `version`: a number, "utkast" for the draft, or nothing for the latest. */
  async open(id: string, version: string | undefined): Promise<void> {
    const asked = ++this.asked;
    if (this.now().kind === 'failed' || this.now().kind === 'missing' || this.now().kind === 'none') this.now.set({ kind: 'reading' });
    const lock = await call(reports.lockState, { params: { id } }).catch(() => null);
    if (asked !== this.asked) return;
    this.lock.set(lock);
    const shown = await this.find(id, version);
    if (asked !== this.asked) return;
    this.now.set(shown);
    if (shown.kind === 'locked' || shown.kind === 'draft') void this.readOthers();
  }

  /** Reads both stored versions and compares what stands in print. */
  async compare(id: string, from: number, to: number): Promise<void> {
    this.betweenFailed.set(null);
    try {
      const [before, after] = await Promise.all([from, to].map((version) => call(reports.read, { params: { id, version: `${version}` } })));
      if (!before || !after) return;
      this.betweenNames.set(new Map([...before.report.team, ...after.report.team].map(({ person, name }) => [person, name])));
      this.between.set(reportDifference(before.report, after.report));
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      this.betweenFailed.set(failure);
    }
  }

  closeDifference(): void {
    this.between.set(null);
  }

  private async find(id: string, version: string | undefined): Promise<Shown> {
    try {
      if (version !== 'utkast') {
        const stored = await call(reports.read, { params: { id, version: version ?? 'latest' } }).catch(version === undefined ? nothingIfRefused : rethrow);
        if (stored) return { kind: 'locked', ...stored };
      }
      const ready = this.lock()?.ready ?? false;
      if (!this.evaluation.isEvaluator() || !ready) return { kind: 'none', ready };
      return { kind: 'draft', ...(await call(reports.preview, { params: { id } })) };
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      if (failure.missing) return { kind: 'missing' };
      return failure.code === 'report/not-ready' ? { kind: 'none', ready: false } : { kind: 'failed', failure };
    }
  }

  private async readOthers(): Promise<void> {
    if (this.others().length > 0) return;
    const answer = await call(archive.list).catch(() => null);
    this.others.set(answer?.entries ?? []);
  }
}

/** A refusal means there is nothing for this reader; a lost network or a defect is told. */
const nothingIfRefused = (failure: unknown): null => {
  if (failure instanceof CallFailed && failure.code !== 'offline' && failure.code !== 'defect') return null;
  throw failure;
};
const rethrow = (failure: unknown): never => {
  throw failure;
};

/** How much of what an area can give it has: areas need not be of one size. */
const shareOf = ({ total, rows }: ReportArea): Exact => asExact(exact(total.exact).div(exact(sumOf(rows.map((row) => row.exact.max)))));

function referenceFor(report: Report | null, entries: readonly ArchiveEntry[]): Reference | null {
  if (!report) return null;
  const same = entries.filter(
    (entry) => entry.revision === report.instrument.revision && entry.areas?.length === report.areas.length && !(entry.municipality === report.municipality.name && entry.year === report.year),
  );
  if (same.length < 2) return null;
  const areas = report.areas.map((area) => {
    const mean = meanOf(same.map((entry) => `${entry.areas?.find((candidate) => candidate.number === area.number)?.achieved ?? 0}`));
    return { exact: mean, printed: swedish(mean, 0), value: forDrawing(mean) };
  });
  return { names: same.map((entry) => `${entry.municipality} ${entry.year}`), areas };
}
