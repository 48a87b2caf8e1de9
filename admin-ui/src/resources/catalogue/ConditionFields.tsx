import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useT } from '../../i18n/index.ts';
import type { FaultOf } from '../../shared/changes/ProposalDialog.tsx';
import { WordingFields } from '../../shared/changes/WordingFields.tsx';
import { DateField } from '../../shared/DateField.tsx';
import { type ConditionForm, type HeadcountForm, MOST_HEADCOUNTS } from './approval-proposal.rules.ts';
import { useApprovalWords } from './useApprovalWords.ts';

interface ConditionFieldsProps {
  condition: ConditionForm;
  onChange: (condition: ConditionForm) => void;
  fault: FaultOf;
}

/** One condition: what it is called, and from how many employees it is asked, from which day. */
export function ConditionFields({ condition, onChange, fault }: ConditionFieldsProps) {
  const t = useT();
  const { say } = useApprovalWords();
  const { label, atLeast, smallBelow } = condition;
  return (
    <Box
      role="group"
      aria-label={say(label)}
      sx={{ display: 'grid', gap: 1.5, borderLeft: 2, borderColor: 'desk.line', pl: 2 }}
    >
      <WordingFields
        label={t('approvalRules.label')}
        value={label}
        onChange={next => onChange({ ...condition, label: next })}
        fault={fault}
        field="conditions"
      />
      <Headcounts
        legend={t('approvalRules.askedFrom')}
        none={t('approvalRules.askedOfAll')}
        value={atLeast}
        onChange={next => onChange({ ...condition, atLeast: next })}
      />
      {smallBelow.length > 0 && (
        <Headcounts
          legend={t('approvalRules.otherBelow')}
          least={1}
          value={smallBelow}
          onChange={next => onChange({ ...condition, smallBelow: next })}
        />
      )}
    </Box>
  );
}

interface HeadcountsProps {
  legend: string;
  /** Told where there is no threshold. */
  none?: string;
  least?: number;
  value: readonly HeadcountForm[];
  onChange: (value: HeadcountForm[]) => void;
}

/** Thresholds, each from a day on: the newest that has begun holds. */
function Headcounts({ legend, none, least = 0, value, onChange }: HeadcountsProps) {
  const t = useT();
  const put = (at: number, given: Partial<HeadcountForm>) =>
    onChange(value.map((one, i) => (i === at ? { ...one, ...given } : one)));
  return (
    <Box role="group" aria-label={legend} sx={{ display: 'grid', gap: 1 }}>
      <Typography variant="subtitle2" component="p">
        {legend}
      </Typography>
      {value.length === 0 && none && <Typography sx={{ color: 'desk.text2' }}>{none}</Typography>}
      {value.map((one, at) => (
        <Box
          // A row has no name but its place.
          key={`${value.length}-${at}`}
          sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr auto', gap: 1, alignItems: 'end' }}
        >
          <TextField
            label={t('approvalRules.employees')}
            value={one.employees}
            onChange={event => put(at, { employees: event.target.value.replace(/\D/g, '') })}
            slotProps={{ htmlInput: { maxLength: 6, inputMode: 'numeric' } }}
            required
          />
          <DateField
            label={t('approvalRules.fromDay')}
            value={one.from}
            onChange={from => put(at, { from })}
            required
          />
          <Button
            onClick={() => onChange(value.filter((_, i) => i !== at))}
            disabled={value.length <= least}
            aria-label={t('approvalRules.removeRow', { n: at + 1 })}
          >
            {t('approvalRules.remove')}
          </Button>
        </Box>
      ))}
      <Button
        onClick={() => onChange([...value, { from: '', employees: '' }])}
        disabled={value.length >= MOST_HEADCOUNTS}
        sx={{ justifySelf: 'start' }}
      >
        {t('approvalRules.add')}
      </Button>
    </Box>
  );
}
