import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { useCaseDocuments } from '../../shared/document-viewer/case-documents.provider.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { useFieldErrorText } from '../../shared/useErrorText.ts';
import { useCaseWrite } from '../cases/useCase.ts';
import { useApplicationDesk } from './ApplicationContext.tsx';
import type { AssessInput, Requirement } from './application.documents.ts';
import { useKindName } from './application-words.ts';
import { assessCondition } from './approval.provider.ts';
import { useChanged } from './useChanged.ts';

type State = AssessInput['state'];
const STATES: readonly State[] = ['MET', 'NOT_MET', 'NOT_RELEVANT'];

interface ConditionFormProps {
  requirement: Requirement;
  label: string;
  onClose: () => void;
}

/** How it stands with one condition, in the caseworker's words. Ctrl+Enter says it, Esc leaves it as it was. */
export function ConditionForm({ requirement, label, onClose }: ConditionFormProps) {
  const t = useT();
  const fieldText = useFieldErrorText();
  const { detail } = useApplicationDesk();
  const changed = useChanged();
  const { condition, key, by } = requirement;
  const [state, setState] = useState<State | null>(condition?.state ?? null);
  const [documentId, setDocument] = useState(condition?.documentId ?? by[0] ?? '');
  const [comment, setComment] = useState(condition?.comment ?? '');
  const write = useCaseWrite(detail, {
    done: 'approvals.conditions.said',
    onDone: () => {
      changed();
      onClose();
    },
  });
  const lacks = state !== null && state !== 'MET' && comment.trim() === '';
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (state === null || lacks || write.isPending) return;
    const said = { key, state, documentId: documentId || null, comment: comment.trim() || null };
    write.mutate(at => assessCondition({ ...at, ...said }));
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && event.ctrlKey) submit();
    else return;
    event.stopPropagation();
  };
  return (
    <Box
      component="form"
      aria-label={t('approvals.conditions.sayOf', { what: label })}
      onSubmit={submit}
      onKeyDown={press}
      sx={{
        display: 'grid',
        gap: 1,
        mt: 0.75,
        p: 1,
        border: 1,
        borderColor: 'desk.line',
        borderRadius: '4px',
      }}
    >
      <States state={state} onChange={setState} />
      <Paper value={documentId} onChange={setDocument} />
      <TextField
        label={t('approvals.conditions.comment')}
        value={comment}
        multiline
        minRows={2}
        required={state !== null && state !== 'MET'}
        helperText={
          fieldText(write.error, 'comment') ?? (lacks ? t('approvals.conditions.commentNeeded') : undefined)
        }
        slotProps={{ htmlInput: { maxLength: 2000 } }}
        onChange={event => setComment(event.target.value)}
      />
      {write.error && <ErrorPanel error={write.error} />}
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button type="submit" size="small" variant="outlined" aria-disabled={state === null || lacks}>
          {t('approvals.conditions.confirm')}
        </Button>
        <Button size="small" onClick={onClose}>
          {t('shared.cancel')}
        </Button>
      </Box>
    </Box>
  );
}

function States({ state, onChange }: { state: State | null; onChange: (state: State) => void }) {
  const t = useT();
  return (
    <RadioGroup
      aria-label={t('approvals.conditions.state')}
      value={state ?? ''}
      onChange={(_, next) => onChange(next as State)}
    >
      {STATES.map((one, index) => (
        <FormControlLabel
          key={one}
          value={one}
          control={
            <Radio
              size="small"
              autoFocus={one === state || (state === null && index === 0)}
              sx={{ py: 0.25 }}
            />
          }
          label={t(`approvals.conditions.states.${one}`)}
        />
      ))}
    </RadioGroup>
  );
}

function Paper({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const t = useT();
  const kindName = useKindName();
  const { detail } = useApplicationDesk();
  const { data } = useCaseDocuments(detail.id);
  const papers = (data?.documents ?? []).filter(({ struck }) => !struck);
  if (papers.length === 0) return null;
  return (
    <TextField
      select
      label={t('approvals.conditions.paper')}
      value={papers.some(({ id }) => id === value) ? value : ''}
      onChange={event => onChange(event.target.value)}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
    >
      <MenuItem value="">{t('approvals.conditions.noPaper')}</MenuItem>
      {papers.map(({ id, kind, title }) => (
        <MenuItem key={id} value={id}>
          {title ?? kindName(kind)}
        </MenuItem>
      ))}
    </TextField>
  );
}
