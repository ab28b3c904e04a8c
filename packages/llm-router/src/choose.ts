import type { Candidate, LedgerCandidate, RequestAnalysis } from '@llm-router/core';
import { noCandidate } from './failures.ts';
import { gate } from './gate.ts';
import type { Call, House } from './house.ts';
import { type LedgerWriter, standingOf } from './ledger-writer.ts';
import { rankCandidates } from './select.ts';

/**
 * Who could serve the request, best first; who cannot is in the ledger with the reason, after those
 * that are gone.
 */
export function choose(
  call: Call,
  analysis: RequestAnalysis,
  house: House,
  ledger: LedgerWriter,
  gone: readonly LedgerCandidate[] = [],
): readonly Candidate[] {
  const ranked = rankCandidates(call, analysis, house);
  const { open, verdicts } = gate(ranked, analysis, call, house);
  ledger.candidates([...gone, ...verdicts]);
  for (const { verdict, deployment, by, detail } of verdicts) {
    if (verdict !== 'refused' || !house.events.hears('candidate-refused')) continue;
    const reason = { ...(by && { by }), ...(detail && { detail }) };
    house.events.emit({
      type: 'candidate-refused',
      at: ledger.at,
      ledgerId: ledger.id,
      deployment,
      ...reason,
    });
  }
  return open;
}

/**
 * As `choose`, but at least one.
 *
 * @throws RouterError `no_candidate` with the reasons
 */
export function chooseSome(
  call: Call,
  analysis: RequestAnalysis,
  house: House,
  ledger: LedgerWriter,
  gone: readonly LedgerCandidate[] = [],
): readonly Candidate[] {
  const open = choose(call, analysis, house, ledger, gone);
  if (open.length > 0) return open;
  const listed = chooseListed(call, analysis, house, ledger);
  if (listed.length === 0) throw noCandidate(ledger.verdicts());
  return listed;
}

/** As `chooseSome`, among what is configured now; those that an update has removed stay in the ledger. */
export function chooseAnew(
  call: Call,
  analysis: RequestAnalysis,
  house: House,
  ledger: LedgerWriter,
): readonly Candidate[] {
  const isGone = ({ deployment }: LedgerCandidate) => !house.rooms.has(deployment);
  const gone = ledger.verdicts().filter(isGone).map(asRemoved);
  // What throws before anyone is chosen leaves these.
  ledger.candidates(gone);
  return chooseSome(call, analysis, house, ledger, gone);
}

/** The candidates of a list of names, in its order. Those that were known before stay in the ledger. */
export function chooseFrom(
  names: readonly string[],
  call: Call,
  analysis: RequestAnalysis,
  house: House,
  ledger: LedgerWriter,
): readonly Candidate[] {
  const before = ledger.verdicts();
  const chosen = choose({ ...call, models: names }, analysis, house, ledger);
  const now = ledger.verdicts();
  const known = new Set(now.map(({ deployment }) => deployment));
  ledger.candidates([...before.filter(({ deployment }) => !known.has(deployment)), ...now]);
  return chosen;
}

/** Where nobody of those that were asked for can serve the request: the lists of the configuration. */
function chooseListed(
  call: Call,
  analysis: RequestAnalysis,
  house: House,
  ledger: LedgerWriter,
): readonly Candidate[] {
  if (!(call.options.fallback ?? house.fallsBack)) return [];
  const { contextLength, default: last } = house.fallbacks;
  const isTooLong = ledger.verdicts().some(({ by }) => by === 'context');
  for (const names of [isTooLong ? contextLength : undefined, last]) {
    if (names === undefined) continue;
    const chosen = chooseFrom(names, call, analysis, house, ledger);
    if (chosen.length > 0) return chosen;
  }
  return [];
}

function asRemoved(candidate: LedgerCandidate): LedgerCandidate {
  const detail = 'was removed by an update while the request waited';
  return { ...standingOf(candidate), verdict: 'refused', detail };
}
