/** The rule of an approval as it is, and what somebody wants it to be, for the form that proposes a change. */
import type { EnumOf } from '../../graphql/graphql.ts';
import type { ApprovalRule } from './catalogue.documents.ts';
import type { ApprovalProposal } from './catalogue.provider.ts';

export interface HeadcountForm {
  readonly from: string;
  readonly employees: string;
}
type Requirement = ApprovalRule['requirements'][number];

export interface ConditionForm {
  readonly key: string;
  readonly kept: boolean;
  readonly label: Requirement['label'];
  readonly atLeast: readonly HeadcountForm[];
  readonly smallBelow: readonly HeadcountForm[];
}

export interface ApprovalRuleForm {
  readonly name: ApprovalRule['name'];
  readonly who: ApprovalRule['who'];
  readonly channels: EnumOf<'AllowedChannels'>;
  readonly legalReference: EnumOf<'LegalReference'>;
  readonly fourEyesOn: readonly EnumOf<'DecisionOutcome'>[];
  /** Empty: until it is withdrawn. */
  readonly months: string;
  readonly conditions: readonly ConditionForm[];
}

type Headcounts = NonNullable<Requirement['condition']>['atLeast'];

export const MOST_HEADCOUNTS = 4;

const typed = (headcounts: Headcounts): HeadcountForm[] =>
  headcounts.map(({ from, employees }) => ({ from, employees: String(employees) }));

export const approvalFormOf = (rule: ApprovalRule): ApprovalRuleForm => ({
  ...{ name: rule.name, who: rule.who, channels: rule.channels, legalReference: rule.legalReference },
  fourEyesOn: rule.fourEyesOn,
  months: rule.validity.months === null ? '' : String(rule.validity.months),
  conditions: rule.requirements.map(({ key, label, condition }) => ({
    ...{ key, label, kept: true },
    atLeast: typed(condition?.atLeast ?? []),
    smallBelow: typed(condition?.smallBelow ?? []),
  })),
});

/** What must say something before it is sent. */
export const neededOf = ({ name, who, conditions }: ApprovalRuleForm): string[] => [
  ...Object.values(name),
  ...Object.values(who),
  ...conditions.flatMap(one =>
    one.kept
      ? [
          ...Object.values(one.label),
          ...[...one.atLeast, ...one.smallBelow].flatMap(count => Object.values(count)),
        ]
      : [],
  ),
];

const counted = (headcounts: readonly HeadcountForm[]) =>
  headcounts.map(({ from, employees }) => ({ from, employees: Number(employees) }));

/** Papers, registers and of whom it is asked stay what they are. */
export function approvalProposalOf(
  rule: ApprovalRule,
  form: ApprovalRuleForm,
): Omit<ApprovalProposal, 'validFrom' | 'grounds'> {
  const { name, who, channels, legalReference, fourEyesOn, months } = form;
  const conditions = form.conditions.flatMap(({ key, kept, label, atLeast, smallBelow }) => {
    const now = rule.requirements.find(one => one.key === key);
    if (!kept || !now?.condition) return [];
    const { of, duty, smallAlternatives } = now.condition;
    const proves = { alternatives: now.alternatives, smallAlternatives };
    const thresholds = { atLeast: counted(atLeast), smallBelow: counted(smallBelow) };
    return [{ key, label, of, duty, ...proves, ...thresholds }];
  });
  return {
    ...{ code: rule.code as ApprovalProposal['code'], name, who, channels, legalReference, conditions },
    ...{ fourEyesOn: [...fourEyesOn], months: months.trim() === '' ? null : Number(months) },
  };
}
