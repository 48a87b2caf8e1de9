import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type ReactNode, useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { DateField } from '../../shared/DateField.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { Section } from '../../shared/Section.tsx';
import { useFieldErrorText } from '../../shared/useErrorText.ts';
import { useWords } from '../applications/application-words.ts';
import type { DecisionTexts } from '../applications/decision.documents.ts';
import { chosenLaw, type WithdrawalDraft } from './withdrawal.rules.ts';

interface WithdrawalFormProps {
  draft: WithdrawalDraft;
  onChange: (part: Partial<WithdrawalDraft>) => void;
  /** Null until they are here. */
  texts: Pick<DecisionTexts, 'grounds' | 'statutes'> | null;
  count: number;
  error: unknown;
  busy: boolean;
  onSubmit: () => void;
}

/** Last day, grounds, law and facts, the same for all; a letter is made of them for each. */
export function WithdrawalForm(props: WithdrawalFormProps) {
  const { draft, onChange, texts, count, error, busy, onSubmit } = props;
  const t = useT();
  const fault = useFieldErrorText();
  const own = (name: 'facts' | 'freeText', rows: number) => ({
    ...{
      label: t(`withdrawals.${name}`),
      value: draft[name],
      multiline: true,
      minRows: rows,
      fullWidth: true,
    },
    onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value }),
  });
  return (
    <Section title={t('withdrawals.form')}>
      <Box
        component="form"
        noValidate
        onSubmit={event => {
          event.preventDefault();
          if (!busy) onSubmit();
        }}
        sx={{ display: 'grid', gap: 2 }}
      >
        <DateField
          label={t('withdrawals.lastDay')}
          value={draft.lastDay}
          onChange={lastDay => onChange({ lastDay })}
          fault={fault(error, 'validTo')}
          required
        />
        {texts ? <Grounds {...props} texts={texts} /> : <LoadingShape shape="panel" rows={4} />}
        {texts && <Law {...props} texts={texts} />}
        <TextField
          {...own('facts', 3)}
          required
          error={fault(error, 'facts') !== undefined}
          helperText={fault(error, 'facts') ?? t('withdrawals.factsHelp')}
          slotProps={{ htmlInput: { maxLength: 3000 } }}
        />
        <TextField {...own('freeText', 2)} slotProps={{ htmlInput: { maxLength: 4000 } }} />
        {error !== null && <ErrorPanel error={error} title={t('withdrawals.failed')} />}
        <Button type="submit" variant="contained" aria-disabled={busy}>
          {t('withdrawals.send', { smart_count: count })}
        </Button>
      </Box>
    </Section>
  );
}

type ChoosingProps = WithdrawalFormProps & { texts: NonNullable<WithdrawalFormProps['texts']> };

function Grounds({ draft, onChange, texts, error }: ChoosingProps) {
  const t = useT();
  const words = useWords();
  const fault = useFieldErrorText();
  const toggle = (id: string, chosen: boolean) =>
    onChange({ grounds: chosen ? [...draft.grounds, id] : draft.grounds.filter(one => one !== id) });
  return (
    <Group title={t('withdrawals.grounds')} fault={fault(error, 'grounds')}>
      {texts.grounds.map(({ id, label, text }) => (
        <Line
          key={id}
          label={words(label)}
          text={words(text)}
          checked={draft.grounds.includes(id)}
          onChange={chosen => toggle(id, chosen)}
        />
      ))}
      {texts.grounds.length === 0 && (
        <Typography sx={{ color: 'desk.text2' }}>{t('withdrawals.noCommon')}</Typography>
      )}
    </Group>
  );
}

/** What is suggested stands there; the rest of the law one press away. */
function Law({ draft, onChange, texts, error }: ChoosingProps) {
  const t = useT();
  const words = useWords();
  const fault = useFieldErrorText();
  const [all, setAll] = useState(false);
  const chosen = chosenLaw(draft, texts);
  const shown = texts.statutes.filter(({ id, suggested }) => all || suggested || chosen.includes(id));
  const toggle = (id: string, on: boolean) =>
    onChange({ statutes: on ? [...chosen, id] : chosen.filter(one => one !== id) });
  return (
    <Group title={t('withdrawals.law')} fault={fault(error, 'statutes')}>
      {shown.map(({ id, citation, title }) => (
        <Line
          key={id}
          label={words(citation)}
          text={words(title)}
          checked={chosen.includes(id)}
          onChange={on => toggle(id, on)}
        />
      ))}
      {shown.length < texts.statutes.length && (
        <Button size="small" onClick={() => setAll(true)} sx={{ px: 0, justifySelf: 'start' }}>
          {t('withdrawals.moreLaw')}
        </Button>
      )}
    </Group>
  );
}

function Group({
  title,
  fault,
  children,
}: {
  title: string;
  fault: string | undefined;
  children: ReactNode;
}) {
  return (
    <Box role="group" aria-label={title} sx={{ display: 'grid', gap: 0.5 }}>
      <Typography variant="subtitle2" component="p">
        {title}
      </Typography>
      {children}
      {fault && (
        <Typography variant="caption" component="p" sx={{ color: 'desk.bad.text' }}>
          {fault}
        </Typography>
      )}
    </Box>
  );
}

interface LineProps {
  label: string;
  text: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

function Line({ label, text, checked, onChange }: LineProps) {
  return (
    <FormControlLabel
      control={<Checkbox size="small" checked={checked} onChange={event => onChange(event.target.checked)} />}
      label={
        <>
          {label}
          <Typography variant="caption" component="span" sx={{ display: 'block', color: 'desk.text2' }}>
            {text}
          </Typography>
        </>
      }
      sx={{ mr: 0, alignItems: 'flex-start', '& .MuiCheckbox-root': { py: 0.25 } }}
    />
  );
}
