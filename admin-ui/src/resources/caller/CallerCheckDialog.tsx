import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId } from 'react';
import { useNavigate } from 'react-router';
import { useFormat, useT } from '../../i18n/index.ts';
import { Notice } from '../../shared/Notice.tsx';
import { CallerForm } from './CallerForm.tsx';
import type { Call } from './caller.documents.ts';
import { type CallAbout, useVerify } from './useCalls.ts';

interface CallerCheckProps {
  about?: CallAbout;
  onClose: () => void;
}

/** Number, name and registered address as the caller says them; the answer is yes or no in all, and nothing of it is kept here. */
export function CallerCheckDialog({ about = {}, onClose }: CallerCheckProps) {
  const t = useT();
  const id = useId();
  const { call, verify, restart } = useVerify();
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} maxWidth="sm" fullWidth>
      <DialogTitle id={id}>{t('caller.title')}</DialogTitle>
      {call ? (
        <CallAnswer call={call} about={about} onAgain={restart} onClose={onClose} />
      ) : (
        <CallerForm
          about={about}
          busy={verify.isPending}
          error={verify.error}
          onClose={onClose}
          onCheck={claim => verify.mutate(claim)}
        />
      )}
    </Dialog>
  );
}

const TONE = { VERIFIED: 'ok', REFUSED: 'bad', NO_ANSWER: 'warn' } as const;

interface CallAnswerProps extends CallerCheckProps {
  call: Call;
  onAgain: () => void;
}

function CallAnswer({ call, about = {}, onAgain, onClose }: CallAnswerProps) {
  const t = useT();
  const format = useFormat();
  const navigate = useNavigate();
  const { outcome, personId, wider, standsUntil } = call;
  const isHere = Boolean(about.personId ?? about.cardId ?? about.orderItemId ?? about.firmId);
  const openPerson = () => {
    onClose();
    void navigate(`/persons/${personId}`);
  };
  return (
    <>
      <DialogContent sx={{ display: 'grid', gap: 1.5 }}>
        <Notice tone={TONE[outcome]} title={t(`caller.${outcome}`)} role="alert">
          {t(`caller.${outcome}_TEXT`, { until: format.time(standsUntil) })}
        </Notice>
        {wider && <Notice tone="warn" title={t('caller.wider')} />}
      </DialogContent>
      <DialogActions>
        {outcome === 'NO_ANSWER' && <Button onClick={onAgain}>{t('caller.again')}</Button>}
        {personId && !isHere && <Button onClick={openPerson}>{t('caller.toPerson')}</Button>}
        <Button variant="contained" onClick={onClose} autoFocus>
          {t('caller.done')}
        </Button>
      </DialogActions>
    </>
  );
}
