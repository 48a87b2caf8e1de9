/** Judges an EHF that was read back from its XML, rule by rule under the official ids: the gate before sending, for the desk and its buyers. Rules about elements that the desk never writes are met by UBL-ORDER, which knows no such element. */
import type { XmlElement } from '../../platform/xml/xml-tree.ts';
import { MANDATORY } from './ehf-mandatory.rules.ts';
import { OWN, PEPPOL, WARNINGS } from './ehf-peppol.rules.ts';
import { SCHEMA } from './ehf-schema.rules.ts';
import { SUMS } from './ehf-sums.rules.ts';
import { at, type RuleRow } from './ehf-tree.rules.ts';

export interface EhfFault {
  readonly id: string;
  /** A fatal one stops the invoice on its way; a warning is told and lets it pass. */
  readonly flag: 'fatal' | 'warning';
  readonly line: number;
}

export const isFatal = ({ flag }: EhfFault): boolean => flag === 'fatal';

const FATAL: readonly RuleRow[] = [...SCHEMA, ...MANDATORY, ...SUMS, ...PEPPOL, ...OWN];

/** Every rule, with what it wants. */
export const EHF_RULES: ReadonlyMap<string, string> = new Map(
  [...FATAL, ...WARNINGS].map(([id, , , says]) => [id, says]),
);

export function ehfFaults(root: XmlElement): readonly EhfFault[] {
  return [...faultsOf(root, FATAL, 'fatal'), ...faultsOf(root, WARNINGS, 'warning')];
}

function faultsOf(root: XmlElement, rows: readonly RuleRow[], flag: EhfFault['flag']): readonly EhfFault[] {
  return rows.flatMap(([id, of, holds]) =>
    at(root, of)
      .filter(element => !holds(element, root))
      .map(({ line }) => ({ id, flag, line })),
  );
}
