import { useFormat, useLanguage, useT } from '../../i18n/index.ts';
import type { Line } from '../../shared/changes/ChangedLines.tsx';
import type { ApprovalRule } from './catalogue.documents.ts';

type Requirement = ApprovalRule['requirements'][number];
type Headcounts = NonNullable<Requirement['condition']>['atLeast'];

/** Of whom a condition is asked, and from how many employees on. */
function useAsked() {
  const t = useT();
  const format = useFormat();
  const counts = (headcounts: Headcounts) =>
    headcounts
      .toSorted((a, b) => a.from.localeCompare(b.from))
      .map(({ from, employees }) =>
        t('approvalRules.from', { smart_count: employees, date: format.date(from) }),
      )
      .join(', ');
  return ({ condition }: Requirement) => {
    if (!condition) return '';
    const { of, duty, atLeast, smallBelow } = condition;
    return [
      t(`approvalRules.of.${of}`),
      duty && t('approvalRules.duty'),
      atLeast.length > 0 && t('approvalRules.atLeast', { counts: counts(atLeast) }),
      smallBelow.length > 0 && t('approvalRules.smallBelow', { counts: counts(smallBelow) }),
    ]
      .filter(Boolean)
      .join('. ');
  };
}

/** The rule of an approval in words, in the language of the page. */
export function useApprovalWords() {
  const t = useT();
  const language = useLanguage();
  const say = (words: ApprovalRule['name']) => words[language];
  const asked = useAsked();
  const lasts = ({ validity: { months } }: ApprovalRule) =>
    months === null ? t('catalogue.lasts.withdrawn') : t('catalogue.months', { smart_count: months });
  const signed = ({ fourEyesOn }: ApprovalRule) =>
    fourEyesOn.map(outcome => t(`catalogue.outcomes.${outcome}`)).join(', ') || t('catalogue.none');
  const told = (rule: ApprovalRule): Line[] => [
    [t('catalogue.channel'), t(`catalogue.channels.${rule.channels}`)],
    [t('catalogue.validity'), lasts(rule)],
    [t('catalogue.law'), t(`catalogue.legal.${rule.legalReference}`)],
    [t('catalogue.signature'), signed(rule)],
  ];
  const inThree = ({ nb, nn, en }: ApprovalRule['name']) => [nb, nn, en].join(' / ');
  return {
    ...{ say, lasts, told },
    /** Each condition, and of whom it is asked. */
    conditions: (rule: ApprovalRule): Line[] => rule.requirements.map(one => [say(one.label), asked(one)]),
    /** All of it, every language too: a change is shown as the lines that differ. */
    lines: (rule: ApprovalRule): Line[] => [
      [t('catalogue.name'), inThree(rule.name)],
      [t('catalogue.who'), inThree(rule.who)],
      ...told(rule),
      [t('approvalRules.conditions'), rule.requirements.map(({ label }) => say(label)).join(' · ')],
      ...rule.requirements.map(
        (one): Line => [t('approvalRules.asked', { what: say(one.label) }), asked(one)],
      ),
      ...rule.requirements.map(
        ({ label }): Line => [t('approvalRules.words', { what: say(label) }), inThree(label)],
      ),
    ],
  };
}
