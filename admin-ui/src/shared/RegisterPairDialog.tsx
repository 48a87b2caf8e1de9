import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { type ReactNode, useState } from 'react';
import { useLanguage, useT } from '../i18n/index.ts';
import { useSettings } from '../session.ts';
import { FormDialog } from './FormDialog.tsx';
import { Notice } from './Notice.tsx';
import { type PairFromPost, PairLost, type PairPart, PairRefused } from './post-pair.ts';
import { useUnsaved } from './unsaved.ts';

interface RegisterPairDialogProps {
  busy: boolean;
  error: unknown;
  /** Shown when it failed, but neither for a file nor for the connection. */
  fault: ReactNode;
  onClose: () => void;
  onRegister: (pair: PairFromPost) => void;
}

/** A pair that came in an envelope: the two scans, handed in for the person. */
export function RegisterPairDialog({ busy, error, fault, onClose, onRegister }: RegisterPairDialogProps) {
  const t = useT();
  const { uploadMaxBytes } = useSettings();
  const [{ photo, id }, setFiles] = useState<Partial<Record<PairPart, File>>>({});
  const [headgearExemption, setHeadgear] = useState(false);
  const [tried, setTried] = useState(false);
  useUnsaved(photo !== undefined || id !== undefined);
  const submit = () => {
    setTried(true);
    if (photo && id) onRegister({ photo, id, headgearExemption });
  };
  const choose = (part: PairPart, file: File | undefined) => setFiles({ photo, id, [part]: file });
  return (
    <FormDialog
      title={t('caseForms.pair.title')}
      text={t('caseForms.pair.text', { megabytes: Math.round(uploadMaxBytes / 1_000_000) })}
      confirm={t('caseForms.pair.confirm')}
      busy={busy}
      onClose={onClose}
      onSubmit={submit}
    >
      <FileField part="photo" file={photo} missing={tried && !photo} onChoose={choose} />
      <FileField part="id" file={id} missing={tried && !id} onChoose={choose} />
      <FormControlLabel
        control={
          <Checkbox checked={headgearExemption} onChange={event => setHeadgear(event.target.checked)} />
        }
        label={t('caseForms.pair.headgear')}
      />
      <PairFault error={error} otherwise={fault} />
    </FormDialog>
  );
}

/** Which file was refused and why, or that the connection broke. Nothing is registered in either case. */
function PairFault({ error, otherwise }: { error: unknown; otherwise: ReactNode }) {
  const t = useT();
  const language = useLanguage();
  if (error instanceof PairLost) return <Notice tone="bad" role="alert" title={t('caseForms.pair.lost')} />;
  if (!(error instanceof PairRefused)) return otherwise;
  const { label, remedy } = error.texts[language];
  return (
    <Notice tone="bad" role="alert" title={`${t(`caseForms.pair.${error.part}`)}: ${label}`}>
      <Typography>{remedy}</Typography>
      <Typography>{t('caseForms.pair.nothingSaved')}</Typography>
    </Notice>
  );
}

interface FileFieldProps {
  part: PairPart;
  file: File | undefined;
  missing: boolean;
  onChoose: (part: PairPart, file: File | undefined) => void;
}

function FileField({ part, file, missing, onChoose }: FileFieldProps) {
  const t = useT();
  const label = t(`caseForms.pair.${part}`);
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, flexWrap: 'wrap' }}>
      <Button
        component="label"
        variant="outlined"
        color="inherit"
        sx={{ '&:focus-within': { outline: '3px solid', outlineOffset: '2px' } }}
      >
        {t('caseForms.pair.choose', { part: label.toLowerCase() })}
        <Box
          component="input"
          type="file"
          accept="image/jpeg,image/png"
          aria-label={label}
          onChange={event => onChoose(part, (event.target as HTMLInputElement).files?.[0])}
          sx={{ position: 'absolute', width: 1, height: 1, opacity: 0, inset: 0, cursor: 'pointer' }}
        />
      </Button>
      <Typography
        {...(missing && { role: 'alert' })}
        sx={{
          flex: 1,
          minWidth: 0,
          overflowWrap: 'anywhere',
          color: missing ? 'desk.bad.icon' : 'desk.text2',
        }}
      >
        {file?.name ?? t(missing ? 'caseForms.pair.missing' : 'caseForms.pair.none')}
      </Typography>
    </Box>
  );
}
