import type { EnumOf } from '../../graphql/graphql.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import { useMay } from '../../session.ts';
import { ChangedLines, type Line } from '../../shared/changes/ChangedLines.tsx';
import type { ChangeKind, ProposedChange } from '../../shared/changes/change.ts';
import type {
  ApprovalChange,
  ApprovalRule,
  ExceptionChange,
  ExceptionRule,
  UsualChange,
  UsualRule,
} from './catalogue.documents.ts';
import { approveRule, withdrawRule } from './catalogue.provider.ts';
import { RuleRehearsal, UsualRehearsal } from './RehearsalPanel.tsx';
import { useApprovalWords } from './useApprovalWords.ts';
import { KEYS } from './useCatalogue.ts';
import { useRuleWords, useUsualWords } from './useRuleWords.ts';

type RuleChange<R> = ProposedChange & {
  readonly code: EnumOf<'ApplicationCode'> | EnumOf<'UsualCode'>;
  readonly rule: R;
  readonly before: R;
};
type Rehearsal = typeof RuleRehearsal;

/** How a change of a rule of the catalogue is told. */
function useKind<R extends Pick<ExceptionRule, 'name'>>(linesOf: (rule: R) => Line[], Rehearse: Rehearsal) {
  const t = useT();
  const may = useMay();
  const format = useFormat();
  const words = useRuleWords();
  const name = ({ rule }: RuleChange<R>) => words.say(rule.name);
  return {
    name,
    to: ({ code }) => `/catalogue/${code}`,
    line: ({ validFrom, proposedBy }) =>
      t('catalogue.line', { day: format.date(validFrom), name: proposedBy.name }),
    more: ({ rule, before }) => <ChangedLines lines={linesOf(rule)} before={linesOf(before)} />,
    about: name,
    approve: ({ id }) => approveRule(id),
    withdraw: ({ id }, reason) => withdrawRule({ id, reason }),
    rehearsal: may('catalogue', 'rehearse') ? ({ id }) => <Rehearse id={id} /> : undefined,
    keys: KEYS,
  } satisfies ChangeKind<RuleChange<R>>;
}

export const useExceptionChanges = (): ChangeKind<ExceptionChange> =>
  useKind<ExceptionRule>(useRuleWords().lines, RuleRehearsal);

export const useUsualChangeKind = (): ChangeKind<UsualChange> =>
  useKind<UsualRule>(useUsualWords().lines, UsualRehearsal);

export const useApprovalChangeKind = (): ChangeKind<ApprovalChange> =>
  useKind<ApprovalRule>(useApprovalWords().lines, RuleRehearsal);
