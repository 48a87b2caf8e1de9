import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { EyeIcon } from '@navikt/aksel-icons';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { request } from '../graphql/client.ts';
import type { EnumOf } from '../graphql/graphql.ts';
import { useT } from '../i18n/index.ts';
import { useMay } from '../session.ts';
import { announce } from './announce.ts';
import { type Reveal, revealNationalIdMutation } from './national-id.documents.ts';
import { ReasonDialog } from './ReasonDialog.tsx';
import { useSecondsLeft } from './useSecondsLeft.ts';

type Purpose = EnumOf<'RevealPurpose'>;

const SHOWN_SECONDS = 60;
const purposes: readonly Purpose[] = [
  'CORRECT_ORDER',
  'IDENTITY_CHECK',
  'REGISTER_LOOKUP',
  'ACCESS_REQUEST',
  'OTHER',
];
const figures = { fontVariantNumeric: 'tabular-nums', letterSpacing: '0.04em', whiteSpace: 'nowrap' };

interface NationalIdProps {
  caseId: string;
  person: { id: string; maskedNationalId: string | null };
}

/** The number, masked; whoever may see it says why first, and it is covered again after a minute. */
export function NationalId({ caseId, person }: NationalIdProps) {
  const t = useT();
  const may = useMay();
  const [open, setOpen] = useState(false);
  const [shown, setShown] = useState<Reveal | null>(null);
  const reveal = useMutation({
    mutationFn: async (input: { purpose: Purpose; reason: string }) =>
      (await request(revealNationalIdMutation, { input: { caseId, personId: person.id, ...input } }))
        .revealNationalId,
    onSuccess: answer => {
      setShown(answer);
      setOpen(false);
      announce(t('nationalId.shown', { seconds: answer.visibleSeconds }));
    },
    // The number must not stay in memory once it is covered.
    gcTime: 0,
  });
  if (shown) return <Shown reveal={shown} onHide={() => setShown(null)} />;
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5 }}>
      <Box component="span" sx={figures}>
        {person.maskedNationalId ?? '–'}
      </Box>
      {person.maskedNationalId && may('person', 'reveal:nationalId') && (
        <IconButton
          size="small"
          aria-label={t('nationalId.show')}
          title={t('nationalId.show')}
          onClick={() => setOpen(true)}
          sx={{ width: 24, height: 24, fontSize: 16 }}
        >
          <EyeIcon aria-hidden />
        </IconButton>
      )}
      <ReasonDialog
        open={open}
        title={t('nationalId.title')}
        text={t('nationalId.text', { seconds: SHOWN_SECONDS })}
        reasons={purposes.map(code => ({ code, label: t(`nationalId.purpose.${code}`) }))}
        confirm={t('nationalId.confirm')}
        commentNeededFor={purposes}
        busy={reveal.isPending}
        error={reveal.error}
        onClose={() => setOpen(false)}
        onConfirm={(purpose, comment) => reveal.mutate({ purpose, reason: comment ?? '' })}
      />
    </Box>
  );
}

function Shown({ reveal, onHide }: { reveal: Reveal; onHide: () => void }) {
  const t = useT();
  const [countdown] = useState(() => ({ secondsLeft: reveal.visibleSeconds }));
  const left = useSecondsLeft(countdown);
  useEffect(() => {
    if (left > 0) return;
    announce(t('nationalId.hidden'));
    onHide();
  }, [left, onHide, t]);
  return (
    <Box component="span" sx={{ display: 'inline-grid' }}>
      <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5 }}>
        <Box component="span" sx={{ ...figures, fontWeight: 500 }}>
          {reveal.nationalId}
        </Box>
        <IconButton
          size="small"
          aria-label={t('nationalId.hide')}
          title={t('nationalId.hide')}
          onClick={onHide}
          sx={{ width: 24, height: 24, fontSize: 16 }}
        >
          <EyeIcon aria-hidden />
        </IconButton>
      </Box>
      <Box component="span" sx={{ fontSize: 12, lineHeight: '16px', color: 'desk.text2' }}>
        {t('nationalId.left', { n: left })} ·{' '}
        {t('nationalId.used', { used: reveal.usedToday, limit: reveal.dailyLimit })}
      </Box>
    </Box>
  );
}
