import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { type FaultOf, ProposalDialog } from '../../shared/changes/ProposalDialog.tsx';
import { WordingFields } from '../../shared/changes/WordingFields.tsx';
import { useWrite } from '../../shared/useWrite.ts';
import {
  type ApprovalRuleForm,
  approvalFormOf,
  approvalProposalOf,
  type ConditionForm,
  neededOf,
} from './approval-proposal.rules.ts';
import { ConditionFields } from './ConditionFields.tsx';
import type { ApprovalRule } from './catalogue.documents.ts';
import { proposeApprovalRule } from './catalogue.provider.ts';
import { TickList } from './TickList.tsx';
import { useApprovalWords } from './useApprovalWords.ts';
import { KEYS } from './useCatalogue.ts';

const OUTCOMES = ['GRANT', 'REFUSE', 'DISMISS', 'WITHDRAW'] as const;

interface ApprovalRuleDialogProps {
  rule: ApprovalRule;
  onClose: () => void;
}

/** What an approval shall ask for from a day on; another leader has the last word. */
export function ApprovalRuleDialog({ rule, onClose }: ApprovalRuleDialogProps) {
  const t = useT();
  const { say } = useApprovalWords();
  const [form, setForm] = useState(() => approvalFormOf(rule));
  const propose = useWrite(proposeApprovalRule, { said: t('catalogue.sent'), keys: KEYS });
  const change = (given: Partial<ApprovalRuleForm>) => setForm({ ...form, ...given });
  return (
    <ProposalDialog
      title={`${t('changes.propose')}: ${say(rule.name)}`}
      text={t('catalogue.proposeText')}
      busy={propose.isPending}
      error={propose.error}
      needed={neededOf(form)}
      onClose={onClose}
      onSubmit={proposal =>
        propose.mutate({ ...approvalProposalOf(rule, form), ...proposal }, { onSuccess: onClose })
      }
    >
      {fault => <Fields {...{ form, change, fault }} />}
    </ProposalDialog>
  );
}

interface FieldsProps {
  form: ApprovalRuleForm;
  change: (given: Partial<ApprovalRuleForm>) => void;
  fault: FaultOf;
}

function Fields({ form, change, fault }: FieldsProps) {
  const t = useT();
  return (
    <>
      <Conditions {...{ form, change, fault }} />
      <TextField
        label={t('catalogue.monthsLabel')}
        value={form.months}
        onChange={event => change({ months: event.target.value.replace(/\D/g, '') })}
        error={fault('months') !== undefined}
        helperText={fault('months') ?? t('approvalRules.monthsHelp')}
        slotProps={{ htmlInput: { maxLength: 2, inputMode: 'numeric' } }}
      />
      <TickList
        legend={t('catalogue.signature')}
        options={OUTCOMES.map(key => ({ key, label: t(`catalogue.outcomes.${key}`) }))}
        chosen={form.fourEyesOn}
        onChange={fourEyesOn => change({ fourEyesOn })}
      />
      <WordingFields
        label={t('catalogue.name')}
        value={form.name}
        onChange={name => change({ name })}
        fault={fault}
        field="name"
      />
      <WordingFields
        label={t('catalogue.who')}
        value={form.who}
        onChange={who => change({ who })}
        fault={fault}
        field="who"
      />
    </>
  );
}

/** What is asked for: each condition can go, and the one that is chosen can be changed. */
function Conditions({ form, change, fault }: FieldsProps) {
  const t = useT();
  const { say } = useApprovalWords();
  const [chosen, setChosen] = useState('');
  const { conditions } = form;
  const open = conditions.find(({ key, kept }) => key === chosen && kept);
  const put = (next: ConditionForm) =>
    change({ conditions: conditions.map(one => (one.key === next.key ? next : one)) });
  return (
    <>
      <TickList<string>
        legend={t('approvalRules.conditions')}
        options={conditions.map(({ key, label }) => ({ key, label: say(label) }))}
        chosen={conditions.filter(({ kept }) => kept).map(({ key }) => key)}
        fault={fault('conditions')}
        onChange={keys =>
          change({ conditions: conditions.map(one => ({ ...one, kept: keys.includes(one.key) })) })
        }
      />
      <TextField
        select
        label={t('approvalRules.choose')}
        value={open ? chosen : ''}
        onChange={event => setChosen(event.target.value)}
        helperText={t('approvalRules.chooseHelp')}
      >
        {conditions
          .filter(({ kept }) => kept)
          .map(({ key, label }) => (
            <MenuItem key={key} value={key}>
              {say(label)}
            </MenuItem>
          ))}
      </TextField>
      {open && <ConditionFields key={open.key} condition={open} onChange={put} fault={fault} />}
    </>
  );
}
