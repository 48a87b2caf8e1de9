import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useFormat, useT } from '../../i18n/index.ts';
import { DateField } from '../../shared/DateField.tsx';
import { Section } from '../../shared/Section.tsx';
import { useFieldErrorText } from '../../shared/useErrorText.ts';
import type { ApplicationOptions, ExceptionRule } from './application.documents.ts';
import { type ApplicationForm, hasClaim, isPersonal, relatedOf } from './application-form.rules.ts';
import { NameFields } from './NameFields.tsx';

interface ApplicationAboutProps {
  form: ApplicationForm;
  rule: ExceptionRule;
  line: ApplicationOptions | null;
  error: unknown;
  onChange: (part: Partial<ApplicationForm>) => void;
}

const two = { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: 1.5 } as const;

/** Whom it is about, and what it says. */
export function ApplicationAbout(props: ApplicationAboutProps) {
  const t = useT();
  const { form, rule, error, onChange } = props;
  const related = relatedOf(rule.code);
  return (
    <>
      <Box sx={two}>
        {isPersonal(rule) && <Applicant {...props} />}
        <Firm {...props} />
      </Box>
      {related && (
        <Section title={t(`applications.form.related.${related}`)}>
          <NameFields
            of="related"
            person={form.related}
            error={error}
            onChange={person => onChange({ related: person })}
          />
        </Section>
      )}
      <Details {...props} />
    </>
  );
}

function Applicant({ form, line, error, onChange }: ApplicationAboutProps) {
  const t = useT();
  const format = useFormat();
  return (
    <Section title={t('applications.form.person')}>
      {line ? (
        <>
          <Typography variant="subtitle2">{line.person.name}</Typography>
          <Typography>
            {line.person.maskedNationalId}
            {line.person.birthDate &&
              `, ${t('applications.facts.born', { date: format.date(line.person.birthDate) })}`}
          </Typography>
          <Typography variant="caption" sx={{ color: 'desk.text2' }}>
            {t('applications.form.ofLine', { number: `${line.orderNumber}-${line.line}` })}
          </Typography>
        </>
      ) : (
        <NameFields
          of="applicant"
          person={form.applicant}
          error={error}
          onChange={applicant => onChange({ applicant })}
        />
      )}
    </Section>
  );
}

function Firm({ form, line, error, onChange }: ApplicationAboutProps) {
  const t = useT();
  const format = useFormat();
  const fieldText = useFieldErrorText();
  const fault = fieldText(error, 'orgNumber');
  return (
    <Section title={t('applications.form.firm')}>
      {line ? (
        <>
          <Typography variant="subtitle2">{line.firm.name}</Typography>
          <Typography>{format.orgNumber(line.firm.orgNumber)}</Typography>
        </>
      ) : (
        <TextField
          label={t('applications.form.orgNumber')}
          value={form.orgNumber}
          error={fault !== undefined}
          helperText={fault}
          required
          fullWidth
          slotProps={{ htmlInput: { maxLength: 20, inputMode: 'numeric', autoComplete: 'off' } }}
          onChange={event => onChange({ orgNumber: event.target.value })}
        />
      )}
    </Section>
  );
}

function Details({ form, rule, line, error, onChange }: ApplicationAboutProps) {
  const t = useT();
  const fieldText = useFieldErrorText();
  const { date } = rule.validity;
  const text = (name: 'vatProvision' | 'contactName' | 'contactEmail' | 'orderNumber') => {
    const fault = fieldText(error, name);
    return (
      <TextField
        label={t(`applications.form.${name}`)}
        value={form[name]}
        error={fault !== undefined}
        helperText={fault}
        fullWidth
        slotProps={{ htmlInput: { maxLength: 200, autoComplete: 'off' } }}
        onChange={event => onChange({ [name]: event.target.value })}
      />
    );
  };
  return (
    <Section title={t('applications.form.details')}>
      <Box sx={two}>
        <DateField
          label={t('applications.form.wantedFrom')}
          value={form.wantedFrom}
          fault={fieldText(error, 'wantedFrom')}
          onChange={wantedFrom => onChange({ wantedFrom })}
        />
        {date && (
          <DateField
            label={t(`applications.form.endsOn.${date}`)}
            value={form.evidenceEndsOn}
            fault={fieldText(error, 'evidenceEndsOn')}
            onChange={evidenceEndsOn => onChange({ evidenceEndsOn })}
          />
        )}
        {hasClaim(rule, 'VAT_PROVISION') && text('vatProvision')}
        {hasClaim(rule, 'FOREIGN_STAFF') && <ForeignStaff form={form} onChange={onChange} />}
        {text('contactName')}
        {text('contactEmail')}
        {!line && text('orderNumber')}
      </Box>
      <TextField
        label={t('applications.form.note')}
        value={form.note}
        multiline
        minRows={2}
        fullWidth
        sx={{ mt: 1.5 }}
        slotProps={{ htmlInput: { maxLength: 2000 } }}
        onChange={event => onChange({ note: event.target.value })}
      />
    </Section>
  );
}

function ForeignStaff({ form, onChange }: Pick<ApplicationAboutProps, 'form' | 'onChange'>) {
  const t = useT();
  return (
    <TextField
      select
      label={t('applications.form.foreignStaff')}
      value={form.foreignStaff}
      fullWidth
      onChange={event => onChange({ foreignStaff: event.target.value as ApplicationForm['foreignStaff'] })}
    >
      {(['NONE', 'REGISTERED'] as const).map(value => (
        <MenuItem key={value} value={value}>
          {t(`applications.form.foreignStaffIs.${value}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}
