import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { PhoneIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import { useFormat, useT } from '../../i18n/index.ts';
import { useMay } from '../../session.ts';
import { Notice } from '../../shared/Notice.tsx';
import { CallerCheckDialog } from './CallerCheckDialog.tsx';
import type { Call } from './caller.documents.ts';
import { type CallAbout, useMyCalls } from './useCalls.ts';

/** The button that starts a check; not for those who take no calls. */
export function CallButton({ about }: { about?: CallAbout }) {
  const t = useT();
  const may = useMay();
  const [open, setOpen] = useState(false);
  if (!may('caller', 'verify')) return null;
  return (
    <>
      <Button
        variant="outlined"
        color="inherit"
        startIcon={<PhoneIcon aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('caller.open')}
      </Button>
      {open && <CallerCheckDialog {...(about ? { about } : {})} onClose={() => setOpen(false)} />}
    </>
  );
}

/** A verified call stands as a fact on the page for the rest of the call. */
export function CallNotice({ isAbout }: { isAbout: (call: Call) => boolean }) {
  const t = useT();
  const format = useFormat();
  const call = useMyCalls().find(isAbout);
  if (!call) return null;
  const who = call.personName ?? call.firmName ?? t(`caller.capacity.${call.capacity}`);
  return (
    <Notice tone="ok" title={t('caller.standing', { until: format.time(call.standsUntil) })} role="status">
      <Box component="span">
        {t('caller.standingText', { who, at: format.time(call.at) })} {call.wider && t('caller.wider')}
      </Box>
    </Notice>
  );
}
