import { blankState, canonical, fold, questionOf, sheetPercent, type EvaluationState, type FoldInput, type LedgerEntry } from '@samsyn/domain';
import { brokenRule } from './line-rules';
import { chainFindings, sealFindings } from './proof';
import { lockFindings, strayReports } from './report-findings';
import type { Finding, StoredEvaluation, Verdict } from './stored';

/**
 * Proves one evaluation from what is stored and nothing else: the chain of hashes, every commitment against its sealed
 * sheet, every line against the rules on the state before it, and every locked report against the ledger. Pure.
 */
export function verifyLedger(stored: StoredEvaluation): Verdict {
  const checks = [chainFindings, sealFindings, ruleFindings, strayReports];
  const all = checks.flatMap((check) => guarded(() => check(stored)));
  return {
    name: nameOf(stored),
    lines: stored.lines.length,
    seals: stored.sealed.length,
    versions: stored.reports.map(({ version }) => version),
    findings: [...all].sort((a, b) => (a.revision ?? Infinity) - (b.revision ?? Infinity)),
  };
}

/** A fact may lack any of its parts once somebody has been at it. */
const nameOf = ({ id, lines }: StoredEvaluation): string => {
  const fact = lines[0]?.fact as { municipality?: { name?: string }; year?: number } | undefined;
  return fact?.municipality?.name === undefined ? id : `${fact.municipality.name} ${fact.year}`;
};

const unreadable = (fault: unknown, revision: number | null = null): Finding => ({ revision, what: `innehållet kan inte läsas (${fault instanceof Error ? fault.message : String(fault)})` });

/** What cannot even be read is a finding too, and hides none of the others. */
function guarded(check: () => Finding[]): Finding[] {
  try {
    return check();
  } catch (fault) {
    return [unreadable(fault)];
  }
}

/** Folds the ledger line by line under the rules; ends at the first line that cannot be read at all. */
function ruleFindings(stored: StoredEvaluation): Finding[] {
  const findings: Finding[] = [];
  const input = inputOf(stored);
  let state = blankState(stored.id, stored.instrument);
  for (const line of stored.lines) {
    try {
      const broken = brokenRule(state, { ...line, sheets: sheetsOf(stored, line) });
      if (broken) findings.push({ revision: line.revision, what: broken });
      const before = stored.lines[line.revision - 2];
      if (before && line.at < before.at) findings.push({ revision: line.revision, what: 'raden är äldre än raden före' });
      findings.push(...lockFindings(stored, state, line));
      state = fold(state, line, input);
    } catch (fault) {
      return [...findings, unreadable(fault, line.revision), ...besideFindings(stored, state)];
    }
  }
  return [...findings, ...besideFindings(stored, state)];
}

const sheetsOf = ({ sealed }: StoredEvaluation, line: LedgerEntry) => Object.fromEntries(sealed.filter(({ revision }) => revision === line.revision).map(({ question, sheet }) => [question, sheet]));

function inputOf({ instrument, sealed }: StoredEvaluation): FoldInput {
  const rows = new Map(sealed.map((row) => [`${row.revision} ${row.question}`, row]));
  return {
    instrument,
    sheets: (revision, question) => {
      const row = rows.get(`${revision} ${question}`);
      if (!row) throw new Error(`det förseglade bladet för ${question} saknas`);
      return row;
    },
  };
}

/** What stands beside the ledger and must follow from it: head, frozen instrument, members, counted percents. */
function besideFindings(stored: StoredEvaluation, state: EvaluationState): Finding[] {
  const findings: Finding[] = [];
  const add = (what: string, revision: number | null = null): void => void findings.push({ revision, what });
  if (stored.locked !== (state.locked !== null)) add(stored.locked ? 'utvärderingen är märkt låst men loggen är det inte' : 'utvärderingen är märkt olåst men loggen är låst');
  if (!stored.published || canonical(stored.published) !== canonical(stored.instrument)) add('utvärderingens instrument är inte det publicerade');
  const joined = [...new Set(stored.lines.flatMap(({ fact }) => (fact.kind === 'joined' ? [fact.person] : fact.kind === 'replaced' ? [fact.joined] : [])))].sort();
  if (canonical(joined) !== canonical([...stored.members].sort())) add('deltagarlistan är inte den i loggen');
  for (const { revision, question, sheet, percent } of stored.sealed)
    if (percentOf(state, question, sheet) !== percent) add(`det sparade procenttalet för ${question} följer inte av bladet`, revision);
  return findings;
}

/** Undefined when the sheet cannot be counted at all; that is never what is stored. */
function percentOf(state: EvaluationState, question: string, sheet: StoredEvaluation['sealed'][number]['sheet']): string | null | undefined {
  try {
    return sheetPercent(questionOf(state.instrument, question), state.policy.judging, sheet);
  } catch {
    return undefined;
  }
}
