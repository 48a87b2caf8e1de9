import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type ChangeEvent, type FormEvent, useState } from 'react';
import { useFormat, useT } from '../../i18n/index.ts';
import { useSettings } from '../../session.ts';
import { Kbd } from '../../shared/Kbd.tsx';
import { RegisterFailure } from './RegisterFailure.tsx';
import type { BenchDesk } from './useBenchDesk.ts';
import { useRegisterPair } from './useRegisterPair.ts';

interface FileFieldProps {
  label: string;
  hint: string;
  file: File | null;
  missing: boolean;
  onFile: (file: File | null) => void;
}

function FileField({ label, hint, file, missing, onFile }: FileFieldProps) {
  return (
    <TextField
      type="file"
      label={label}
      required
      fullWidth
      error={missing && !file}
      helperText={hint}
      onChange={(event: ChangeEvent<HTMLInputElement>) => onFile(event.target.files?.[0] ?? null)}
      slotProps={{ htmlInput: { accept: 'image/jpeg,image/png' } }}
    />
  );
}

/** Registers a pair that came by post. Both files or none, as for everyone. */
export function RegisterPairDialog({ desk }: { desk: BenchDesk }) {
  const t = useT();
  const format = useFormat();
  const { uploadMaxBytes } = useSettings();
  const [photo, setPhoto] = useState<File | null>(null);
  const [id, setId] = useState<File | null>(null);
  const [headgearExemption, setHeadgear] = useState(false);
  const [tried, setTried] = useState(false);
  const register = useRegisterPair(desk);
  const close = () => desk.setDialog(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (photo && id && !register.isPending) register.mutate({ photo, id, headgearExemption });
  };
  const hint = t('bench.register.fileHint', { size: format.bytes(uploadMaxBytes) });
  const missing = tried && !(photo && id);
  return (
    <Dialog open onClose={close} maxWidth="xs" fullWidth aria-labelledby="bench-register-title">
      <DialogTitle id="bench-register-title">{t('bench.register.title')}</DialogTitle>
      <form onSubmit={submit} noValidate>
        <DialogContent sx={{ display: 'grid', gap: 1.5 }}>
          <Typography sx={{ color: 'desk.text2' }}>{t('bench.register.text')}</Typography>
          <FileField
            {...{ hint, missing }}
            label={t('bench.register.photo')}
            file={photo}
            onFile={setPhoto}
          />
          <FileField {...{ hint, missing }} label={t('bench.register.id')} file={id} onFile={setId} />
          <FormControlLabel
            control={<Checkbox checked={headgearExemption} onChange={(_, on) => setHeadgear(on)} />}
            label={t('bench.register.headgear')}
          />
          {missing && (
            <Typography role="alert" sx={{ color: 'desk.bad.icon' }}>
              {t('bench.register.choose')}
            </Typography>
          )}
          {register.error && <RegisterFailure error={register.error} />}
        </DialogContent>
        <DialogActions>
          <Button variant="text" onClick={close}>
            {t('shared.cancel')} <Kbd>Esc</Kbd>
          </Button>
          <Button type="submit" variant="contained" aria-disabled={register.isPending}>
            {t(register.isPending ? 'bench.register.sending' : 'bench.register.submit')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
