import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useT } from '../../i18n/index.ts';
import { useCaseDesk } from './CaseContext.tsx';

/** A pair to look at, without the tools of the bench. Opening it is logged by the server. */
export function ImagesDialog({ attempt }: { attempt: number }) {
  const t = useT();
  const id = useId();
  const { detail, close } = useCaseDesk();
  const submission = detail.submissions.find(one => one.attempt === attempt);
  if (!submission) return null;
  const parts = [
    { part: 'PHOTO', image: submission.photo },
    { part: 'ID', image: submission.identification },
  ] as const;
  return (
    <Dialog open onClose={close} aria-labelledby={id} maxWidth="lg" fullWidth>
      <DialogTitle id={id}>
        {t('cases.attempt', { n: attempt })}
        {detail.person && `, ${detail.person.name}`}
      </DialogTitle>
      <DialogContent sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2 }}>
        {parts.map(({ part, image }) => (
          <Box key={part} component="figure" sx={{ m: 0, minWidth: 0 }}>
            <Box
              component="img"
              src={image.displayUrl}
              alt={t(`enums.imagePart.${part}`)}
              sx={{
                width: 1,
                height: '60vh',
                objectFit: 'contain',
                bgcolor: 'desk.stage',
                borderRadius: '4px',
              }}
            />
            <Typography component="figcaption" variant="caption" sx={{ color: 'desk.text2' }}>
              {t(`enums.imagePart.${part}`)}, {image.width} × {image.height}
            </Typography>
          </Box>
        ))}
      </DialogContent>
      <DialogActions>
        <Button onClick={close}>{t('shared.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
