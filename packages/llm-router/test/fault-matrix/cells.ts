import { type Phase, phases, type Row, rows, type Wire, wires } from './rows.ts';

/** Who answers: one faulty candidate, one that is faulty once, three of which the first is faulty, or all. */
export const scenarios = ['one', 'once', 'three', 'all'] as const;
export type Scenario = (typeof scenarios)[number];

/** One fault on one wire, met in one phase by one set of candidates. */
export interface Cell {
  readonly key: string;
  readonly wire: Wire;
  readonly row: Row;
  readonly phase: Phase;
  readonly scenario: Scenario;
}

/** All cells that there are. */
export const cells: readonly Cell[] = wires.flatMap((wire) =>
  rows.flatMap((row) =>
    phases
      .filter((phase) => row.faults[phase] !== undefined)
      .flatMap((phase) =>
        scenarios.map((scenario) => ({
          key: `${wire}: ${row.name}: ${phase}: ${scenario}`,
          wire,
          row,
          phase,
          scenario,
        })),
      ),
  ),
);
