import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Popover from '@mui/material/Popover';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useFormat, useT } from '../../i18n/index.ts';
import { SrOnly } from '../../shared/SrOnly.tsx';
import { StatusIcon } from '../../shared/StatusChip.tsx';
import type { Letter, PointCheck } from './decision.documents.ts';

/** The letter as its reader gets it: what the law says is grey with a bar, the rest is written by the caseworker. */
export function LetterPaper({ letter }: { letter: Letter }) {
  const t = useT();
  const format = useFormat();
  const { recipient, caseNumber, date, heading, paragraphs, signers, language } = letter;
  const to = [recipient.name, ...recipient.lines].join(', ');
  return (
    <Box
      component="article"
      lang={language}
      aria-label={t('decisions.letter')}
      tabIndex={0}
      sx={{
        ...{ bgcolor: '#fff', color: '#292c30', colorScheme: 'light', border: 1, borderColor: 'desk.line2' },
        ...{ p: '16px 18px 12px 26px', fontSize: 12, lineHeight: '16px', overflow: 'auto', minHeight: 0 },
        '& p': { m: 0, mb: 0.75 },
      }}
    >
      <Box component="p" sx={{ fontWeight: 600, fontSize: 13 }}>
        Arbeidstilsynet
      </Box>
      <p>{to}</p>
      <Box component="p" sx={{ display: 'flex', justifyContent: 'space-between', color: '#55585c' }}>
        <span>{t('decisions.ourRef', { number: caseNumber })}</span>
        <span>{format.date(date)}</span>
      </Box>
      <Box component="p" sx={{ fontWeight: 600, fontSize: 14, lineHeight: '20px' }}>
        {heading}
      </Box>
      {paragraphs.map(({ key, locked, title, text }) => (
        <Box
          key={key}
          sx={{
            ...{ position: 'relative', mb: 0.75, whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
            ...(locked && {
              ...{ bgcolor: '#f3f3f4', ml: '-10px', p: '3px 6px 3px 10px' },
              '&::before': {
                ...{ content: '""', position: 'absolute', left: '-7px', top: 0, bottom: 0, width: '3px' },
                bgcolor: '#77797b',
              },
            }),
          }}
        >
          {locked && <SrOnly>{t('decisions.locked')}: </SrOnly>}
          {title && <b>{title} </b>}
          {text}
        </Box>
      ))}
      <p>
        {signers.map(({ role, name }) => (
          <span key={role}>
            {name}
            <br />
          </span>
        ))}
      </p>
    </Box>
  );
}

/** Whether the letter says all it must; each point can be looked at. */
export function LetterPoints({ points }: { points: readonly PointCheck[] }) {
  const t = useT();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const met = points.filter(one => one.met).length;
  const whole = met === points.length;
  return (
    <Box
      sx={{
        ...{ display: 'flex', alignItems: 'center', gap: 0.5, fontSize: 12, mt: 0.75 },
        '& > svg': { color: whole ? 'desk.ok.icon' : 'desk.warn.icon' },
      }}
    >
      <StatusIcon shape={whole ? 'approved' : 'attention'} size={16} />
      <span role="status">{t('decisions.points', { met, all: points.length })}</span>
      <Button
        size="small"
        aria-haspopup="dialog"
        onClick={event => setAnchor(event.currentTarget)}
        sx={{ p: 0, minHeight: 24, minWidth: 0, fontSize: 12, textDecoration: 'underline' }}
      >
        {t('decisions.showPoints')}
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'top', horizontal: 'left' }}
        transformOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': t('decisions.pointsTitle'), sx: { p: 2 } } }}
      >
        <Typography variant="h3" component="p" sx={{ mb: 1 }}>
          {t('decisions.pointsTitle')}
        </Typography>
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 0.5 }}>
          {points.map(({ code, met: ok }) => (
            <Box
              component="li"
              key={code}
              sx={{
                display: 'flex',
                gap: 0.75,
                '& > svg': { color: ok ? 'desk.ok.icon' : 'desk.warn.icon' },
              }}
            >
              <StatusIcon shape={ok ? 'approved' : 'attention'} size={18} />
              <span>
                <SrOnly>{t(ok ? 'applications.checklist.met' : 'applications.checklist.missing')}: </SrOnly>
                {t(`decisions.point.${code}`)}
              </span>
            </Box>
          ))}
        </Box>
      </Popover>
    </Box>
  );
}
