import { canonical, composeReport, isFullySigned, reportSchema, unsignedReport, type EvaluationState, type LedgerEntry } from '@samsyn/domain';
import { sha256 } from './proof';
import type { Finding, StoredEvaluation } from './stored';

/** What a lock says against the state it was made on, the signatures, and the stored report. `state` is that before the lock. */
export function lockFindings(stored: StoredEvaluation, state: EvaluationState, line: LedgerEntry): Finding[] {
  if (line.fact.kind !== 'locked') return [];
  const { version, reportHash } = line.fact;
  const at = (what: string): Finding => ({ revision: line.revision, what: `version ${version}: ${what}` });
  const report = stored.reports.find((own) => own.version === version);
  if (!report) return [at('den låsta rapporten saknas')];
  const findings: Finding[] = [];
  if (sha256(report.body) !== reportHash) findings.push(at('rapportens text är inte den som låstes'));
  if (report.hash !== reportHash) findings.push(at('rapportens kontrollsumma är inte den i loggen'));
  if (report.lockedAt !== line.at) findings.push(at('rapportens tidpunkt är inte låsningens'));
  return findings.length > 0 ? findings : composedFindings(stored, state, report.body, version).map(at);
}

/** The report composed again from the ledger must be the stored one, byte for byte, and be what everyone signed. */
function composedFindings({ decimals }: StoredEvaluation, state: EvaluationState, body: string, version: number): string[] {
  const stored = reportSchema.safeParse(parsed(body));
  if (!stored.success) return ['rapporten har inte rapportens form'];
  // Names are those of the day of the lock; a person may since have changed theirs.
  const names = Object.fromEntries(stored.data.team.map(({ person, name, organisation }) => [person, { name, organisation }]));
  const composed = composeReport(state, names, version, decimals, stored.data.edition ?? 1);
  if (canonical(composed) !== body) return ['rapporten följer inte av loggen'];
  return isFullySigned(state, sha256(canonical(unsignedReport(composed)))) ? [] : ['alla har inte skrivit under den här rapporten'];
}

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
};

/** Reports that no line of the ledger has locked. */
export function strayReports({ lines, reports }: StoredEvaluation): Finding[] {
  const locked = new Set(lines.flatMap(({ fact }) => (fact.kind === 'locked' ? [fact.version] : [])));
  return reports.filter(({ version }) => !locked.has(version)).map(({ version }) => ({ revision: null, what: `version ${version}: rapporten finns utan rad i loggen` }));
}
