/** The rule as it is, and what somebody wants it to be, for the form that proposes a change. */
import type { EnumOf } from '../../graphql/graphql.ts';
import type { ExceptionRule } from './catalogue.documents.ts';
import type { Catalogue, RuleProposal } from './catalogue.provider.ts';

type Requirement = ExceptionRule['requirements'][number];

export interface RuleForm {
  readonly channels: EnumOf<'AllowedChannels'>;
  readonly legalReference: EnumOf<'LegalReference'>;
  readonly fourEyesOn: readonly EnumOf<'DecisionOutcome'>[];
  readonly months: string;
  readonly turnoverNok: string;
  readonly newFirmMonths: string;
  /** Keys of what is asked for today and stays. */
  readonly kept: readonly string[];
  /** Papers asked for from then on. */
  readonly added: readonly EnumOf<'DocumentKind'>[];
}

const text = (value: number | null) => (value === null ? '' : String(value));
const number = (typed: string) => (typed.trim() === '' ? null : Number(typed));

export const formOf = (rule: ExceptionRule): RuleForm => ({
  ...{ channels: rule.channels, legalReference: rule.legalReference },
  ...{ fourEyesOn: rule.fourEyesOn, months: text(rule.validity.months), turnoverNok: text(rule.turnoverNok) },
  newFirmMonths: text(rule.newFirmMonths),
  kept: rule.requirements.map(({ key }) => key),
  added: [],
});

/** A number nobody could mean is left to the server to refuse. */
export function proposalOf(
  rule: ExceptionRule,
  form: RuleForm,
  { documentKinds }: Pick<Catalogue, 'documentKinds'>,
): Omit<RuleProposal, 'validFrom' | 'grounds'> {
  const { code, name, who, validity } = rule;
  const labelOf = (kind: string) => documentKinds.find(one => one.kind === kind)?.label ?? name;
  const kept = rule.requirements.filter(({ key }) => form.kept.includes(key)).map(asInput);
  const added = form.added.map(kind => ({ key: kind, label: labelOf(kind), alternatives: [[kind]] }));
  return {
    ...{ code, name, who },
    ...{ channels: form.channels, legalReference: form.legalReference, fourEyesOn: [...form.fourEyesOn] },
    validity: { ...validity, months: number(form.months) },
    ...{ turnoverNok: number(form.turnoverNok), newFirmMonths: number(form.newFirmMonths) },
    requirements: [...kept, ...added],
  };
}

/** `6100, 6500 6510`: what somebody means by a list; forms are written in capitals. */
export const codesIn = (typed: string): string[] =>
  typed
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter(code => code !== '');

const asInput = ({ key, label, fact, alternatives }: Requirement) => ({ key, label, fact, alternatives });
