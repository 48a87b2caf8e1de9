import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { type FaultOf, ProposalDialog } from '../../shared/changes/ProposalDialog.tsx';
import { useWrite } from '../../shared/useWrite.ts';
import type { ExceptionRule } from './catalogue.documents.ts';
import { type Catalogue, proposeRule } from './catalogue.provider.ts';
import { PapersField } from './PapersField.tsx';
import { formOf, proposalOf, type RuleForm } from './proposal.rules.ts';
import { TickList } from './TickList.tsx';
import { KEYS } from './useCatalogue.ts';
import { useRuleWords } from './useRuleWords.ts';

const OUTCOMES = ['GRANT', 'REFUSE', 'DISMISS', 'WITHDRAW'] as const;
const CHANNELS = ['SECURE', 'ALSO_EMAIL'] as const;
const LEGAL = ['REQUIRED', 'ADVISED', 'OPTIONAL', 'NONE'] as const;

export interface RuleFormProps {
  form: RuleForm;
  change: (given: Partial<RuleForm>) => void;
  fault: FaultOf;
}

interface ProposeRuleDialogProps {
  catalogue: Catalogue;
  rule: ExceptionRule;
  onClose: () => void;
}

/** A rule from a day on; another leader has the last word. */
export function ProposeRuleDialog({ catalogue, rule, onClose }: ProposeRuleDialogProps) {
  const t = useT();
  const words = useRuleWords();
  const [form, setForm] = useState(() => formOf(rule));
  const propose = useWrite(proposeRule, { said: t('catalogue.sent'), keys: KEYS });
  const change = (given: Partial<RuleForm>) => setForm({ ...form, ...given });
  return (
    <ProposalDialog
      title={`${t('changes.propose')}: ${words.say(rule.name)}`}
      text={t('catalogue.proposeText')}
      busy={propose.isPending}
      error={propose.error}
      onClose={onClose}
      onSubmit={proposal =>
        propose.mutate({ ...proposalOf(rule, form, catalogue), ...proposal }, { onSuccess: onClose })
      }
    >
      {fault => <RuleFields {...{ form, change, fault, rule, catalogue }} />}
    </ProposalDialog>
  );
}

function RuleFields({
  rule,
  catalogue,
  ...fields
}: RuleFormProps & Pick<ProposeRuleDialogProps, 'rule' | 'catalogue'>) {
  const t = useT();
  const { form, change } = fields;
  return (
    <>
      <PapersField {...fields} catalogue={catalogue} rule={rule} />
      {rule.subject === 'FIRM' && <Choice {...fields} field="channels" choices={CHANNELS} />}
      <Choice {...fields} field="legalReference" choices={LEGAL} />
      <Numbers {...fields} rule={rule} />
      <TickList
        legend={t('catalogue.signature')}
        options={OUTCOMES.map(key => ({ key, label: t(`catalogue.outcomes.${key}`) }))}
        chosen={form.fourEyesOn}
        onChange={fourEyesOn => change({ fourEyesOn })}
      />
    </>
  );
}

type ChoiceProps = RuleFormProps &
  ({ field: 'channels'; choices: typeof CHANNELS } | { field: 'legalReference'; choices: typeof LEGAL });

function Choice({ form, change, fault, ...about }: ChoiceProps) {
  const t = useT();
  const isChannel = about.field === 'channels';
  const options = isChannel
    ? about.choices.map(key => [key, t(`catalogue.channels.${key}`)] as const)
    : about.choices.map(key => [key, t(`catalogue.legal.${key}`)] as const);
  const choose = (value: string) => {
    const found = about.choices.find(key => key === value);
    if (found) change({ [about.field]: found });
  };
  return (
    <TextField
      select
      label={t(isChannel ? 'catalogue.channel' : 'catalogue.law')}
      value={form[about.field]}
      onChange={event => choose(event.target.value)}
      error={fault(about.field) !== undefined}
      helperText={fault(about.field)}
    >
      {options.map(([key, label]) => (
        <MenuItem key={key} value={key}>
          {label}
        </MenuItem>
      ))}
    </TextField>
  );
}

const NUMBERS = [
  { field: 'months', faultOf: 'validity', label: 'catalogue.monthsLabel' },
  { field: 'turnoverNok', faultOf: 'turnoverNok', label: 'catalogue.turnover' },
  { field: 'newFirmMonths', faultOf: 'newFirmMonths', label: 'catalogue.newFirmLabel' },
] as const;

/** Those the rule has; a threshold it does not know is not asked for. */
function Numbers({ form, change, fault, rule }: RuleFormProps & { rule: ExceptionRule }) {
  const t = useT();
  const has = {
    months: rule.validity.months,
    turnoverNok: rule.turnoverNok,
    newFirmMonths: rule.newFirmMonths,
  };
  return NUMBERS.filter(({ field }) => has[field] !== null).map(({ field, faultOf, label }) => (
    <TextField
      key={field}
      label={t(label)}
      value={form[field]}
      onChange={event => change({ [field]: event.target.value.replace(/\D/g, '') })}
      error={fault(faultOf) !== undefined}
      helperText={fault(faultOf)}
      slotProps={{ htmlInput: { maxLength: 8, inputMode: 'numeric' } }}
      required
    />
  ));
}
