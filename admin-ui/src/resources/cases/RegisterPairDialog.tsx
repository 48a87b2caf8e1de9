import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useLanguage, useT } from '../../i18n/index.ts';
import { useSettings } from '../../session.ts';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { Notice } from '../../shared/Notice.tsx';
import { useUnsaved } from '../../shared/unsaved.ts';
import { useCaseDesk } from './CaseContext.tsx';
import { createUploadTicket } from './case.provider.ts';
import { type PairPart, PairRefused, postPair } from './post-pair.ts';
import { WriteFault } from './WriteFault.tsx';

type Files = Partial<Record<PairPart, File>>;
interface WholePair {
  photo: File;
  id: File;
  headgear: boolean;
}

function useRegisterPair() {
  const t = useT();
  const notify = useNotify();
  const queryClient = useQueryClient();
  const { detail, close } = useCaseDesk();
  return useMutation({
    mutationFn: async ({ photo, id, headgear }: WholePair) => {
      const ticket = await createUploadTicket({ caseId: detail.id, version: detail.version });
      await postPair(ticket.url, { photo, id }, headgear);
    },
    onSuccess: () => {
      notify(t('casePage.done.REGISTER_UPLOAD'), { type: 'success' });
      close();
    },
    // A ticket gives the case a new version even when a file is refused afterwards.
    onSettled: () => queryClient.invalidateQueries(),
  });
}

/** A pair that came in an envelope: the two scans, handed in for the person. */
export function RegisterPairDialog() {
  const t = useT();
  const { close } = useCaseDesk();
  const { uploadMaxBytes } = useSettings();
  const [files, setFiles] = useState<Files>({});
  const [headgear, setHeadgear] = useState(false);
  const [tried, setTried] = useState(false);
  const register = useRegisterPair();
  useUnsaved(files.photo !== undefined || files.id !== undefined);
  const { photo, id } = files;
  const submit = () => {
    setTried(true);
    if (photo && id) register.mutate({ photo, id, headgear });
  };
  const choose = (part: PairPart, file: File | undefined) => setFiles({ ...files, [part]: file });
  return (
    <FormDialog
      title={t('caseForms.pair.title')}
      text={t('caseForms.pair.text', { megabytes: Math.round(uploadMaxBytes / 1_000_000) })}
      confirm={t('caseForms.pair.confirm')}
      busy={register.isPending}
      onClose={close}
      onSubmit={submit}
    >
      <FileField part="photo" file={photo} missing={tried && !photo} onChoose={choose} />
      <FileField part="id" file={id} missing={tried && !id} onChoose={choose} />
      <FormControlLabel
        control={<Checkbox checked={headgear} onChange={event => setHeadgear(event.target.checked)} />}
        label={t('caseForms.pair.headgear')}
      />
      <PairFault error={register.error} />
    </FormDialog>
  );
}

function PairFault({ error }: { error: unknown }) {
  const t = useT();
  const language = useLanguage();
  if (!(error instanceof PairRefused))
    return <WriteFault error={error} title={t('casePage.failed.REGISTER_UPLOAD')} />;
  const words = error.texts?.[language];
  return (
    <Notice
      tone="bad"
      role="alert"
      title={`${t(`caseForms.pair.${error.part}`)}: ${words?.label ?? t('casePage.failed.REGISTER_UPLOAD')}`}
    >
      <Typography>{words?.remedy ?? t('caseForms.pair.again')}</Typography>
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
