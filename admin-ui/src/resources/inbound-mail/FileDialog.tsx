import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import type { InboundMailTarget } from './inbound-mail.documents.ts';
import { findTargets } from './inbound-mail.provider.ts';

interface FileDialogProps {
  busy: boolean;
  error: unknown;
  onClose: () => void;
  onChoose: (caseId: string) => void;
}

const FEWEST = 2;

/** Applications of firms are found by a part of their number; those about persons take no mail. */
export function FileDialog({ busy, error, onClose, onChoose }: FileDialogProps) {
  const t = useT();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState('');
  const asked = text.trim();
  const { data: targets = [] } = useQuery({
    queryKey: ['inbound-mail', 'targets', asked],
    queryFn: ({ signal }) => findTargets(asked, signal),
    enabled: asked.length >= FEWEST,
    placeholderData: keepPreviousData,
  });
  const found = asked.length >= FEWEST ? targets : [];
  const only = found.length === 1 ? found[0]?.caseId : undefined;
  const caseId = found.some(target => target.caseId === chosen) ? chosen : (only ?? '');
  return (
    <FormDialog
      title={t('inboundMail.file')}
      text={t('inboundMail.fileText')}
      confirm={t('inboundMail.fileConfirm')}
      busy={busy || caseId === ''}
      onClose={onClose}
      onSubmit={() => onChoose(caseId)}
      wide
    >
      <TextField
        autoFocus
        label={t('inboundMail.caseNumber')}
        value={text}
        onChange={event => setText(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 20, inputMode: 'numeric' } }}
      />
      <Targets targets={found} value={caseId} onChange={setChosen} asked={asked.length >= FEWEST} />
      {Boolean(error) && <ErrorPanel error={error} />}
    </FormDialog>
  );
}

interface TargetsProps {
  targets: readonly InboundMailTarget[];
  value: string;
  onChange: (caseId: string) => void;
  asked: boolean;
}

function Targets({ targets, value, onChange, asked }: TargetsProps) {
  const t = useT();
  const id = useId();
  if (targets.length === 0)
    return <Typography role="status">{asked ? t('inboundMail.noTarget') : ''}</Typography>;
  return (
    <FormControl>
      <FormLabel id={id}>{t('inboundMail.targets')}</FormLabel>
      <RadioGroup aria-labelledby={id} value={value} onChange={event => onChange(event.target.value)}>
        {targets.map(target => (
          <FormControlLabel
            key={target.caseId}
            value={target.caseId}
            control={<Radio />}
            label={`${target.number} · ${target.firmName}`}
          />
        ))}
      </RadioGroup>
    </FormControl>
  );
}
