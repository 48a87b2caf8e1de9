import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { useT } from '../../i18n/index.ts';
import { useMe } from '../../session.ts';
import { DateField } from '../../shared/DateField.tsx';
import { useFieldErrorText } from '../../shared/useErrorText.ts';
import { getColleagues } from '../cases/case.provider.ts';
import type { VisitedUnit } from './RecordVisit.tsx';
import { lacksFindings, type VisitDraft, visitOutcomes } from './visit-draft.rules.ts';

interface VisitFieldsProps {
  draft: VisitDraft;
  units: readonly VisitedUnit[];
  correcting: boolean;
  /** Sending has been tried: what lacks is told. */
  tried: boolean;
  error: unknown;
  onChange: (part: Partial<VisitDraft>) => void;
}

/** When, where and by whom, what it ended with and what was found. */
export function VisitFields(props: VisitFieldsProps) {
  const { draft, units, correcting, tried, error, onChange } = props;
  const t = useT();
  const faultText = useFieldErrorText();
  const missing = (is: boolean) => (tried && is ? t('errors.field.REQUIRED') : undefined);
  return (
    <>
      <DateField
        label={t('visits.day')}
        value={draft.visitedOn}
        onChange={visitedOn => onChange({ visitedOn })}
        fault={missing(draft.visitedOn === '') ?? faultText(error, 'visitedOn')}
        required
      />
      {units.length > 1 && (
        <TextField
          select
          label={t('visits.unit')}
          value={draft.orgNumber}
          onChange={event => onChange({ orgNumber: event.target.value })}
          fullWidth
        >
          {units.map(({ orgNumber, name }) => (
            <MenuItem key={orgNumber} value={orgNumber}>
              {name}
            </MenuItem>
          ))}
        </TextField>
      )}
      <TextField
        label={t('visits.place')}
        value={draft.place}
        onChange={event => onChange({ place: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 200, autoComplete: 'off' } }}
        fullWidth
      />
      <Visitors {...props} fault={missing(draft.visitorIds.length === 0) ?? faultText(error, 'visitorIds')} />
      <TextField
        select
        label={t('visits.outcomeLabel')}
        value={draft.outcome}
        onChange={event => onChange({ outcome: event.target.value as VisitDraft['outcome'] })}
        fullWidth
      >
        {visitOutcomes.map(outcome => (
          <MenuItem key={outcome} value={outcome}>
            {t(`visits.outcome.${outcome}`)}
          </MenuItem>
        ))}
      </TextField>
      <Words
        label={t('visits.findings')}
        value={draft.findings}
        required={draft.outcome !== 'NO_FINDINGS'}
        fault={missing(lacksFindings(draft)) ?? faultText(error, 'findings')}
        onChange={findings => onChange({ findings })}
      />
      {correcting && (
        <Words
          label={t('visits.reason')}
          value={draft.reason}
          required
          fault={missing(draft.reason.trim() === '') ?? faultText(error, 'reason')}
          onChange={reason => onChange({ reason })}
        />
      )}
    </>
  );
}

interface VisitorsProps {
  draft: VisitDraft;
  fault: string | undefined;
  onChange: (part: Partial<VisitDraft>) => void;
}

/** Whoever records it, and colleagues. */
function Visitors({ draft, fault, onChange }: VisitorsProps) {
  const t = useT();
  const me = useMe();
  const { data: colleagues = [] } = useQuery({
    queryKey: ['staff', 'colleagues'],
    queryFn: ({ signal }) => getColleagues(signal),
  });
  const known = [{ id: me.id, name: me.name }, ...colleagues];
  const choose = (value: unknown) =>
    onChange({ visitorIds: typeof value === 'string' ? value.split(',') : (value as string[]) });
  return (
    <TextField
      select
      label={t('visits.visitors')}
      // Who has left the desk since is kept by the server's word alone.
      value={draft.visitorIds.filter(id => known.some(one => one.id === id))}
      onChange={event => choose(event.target.value)}
      error={fault !== undefined}
      helperText={fault}
      slotProps={{ select: { multiple: true } }}
      required
      fullWidth
    >
      {known.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
}

interface WordsProps {
  label: string;
  value: string;
  required: boolean;
  fault: string | undefined;
  onChange: (text: string) => void;
}

function Words({ label, value, required, fault, onChange }: WordsProps) {
  return (
    <TextField
      label={label}
      value={value}
      onChange={event => onChange(event.target.value)}
      error={fault !== undefined}
      helperText={fault}
      required={required}
      slotProps={{ htmlInput: { maxLength: 2000 } }}
      multiline
      minRows={2}
      fullWidth
    />
  );
}
