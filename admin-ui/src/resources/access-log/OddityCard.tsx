import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useFormat, useT } from '../../i18n/index.ts';
import { Initials } from '../../shared/OwnerAvatar.tsx';
import { StatusChip } from '../../shared/StatusChip.tsx';
import type { AuditRow } from '../audit/audit.documents.ts';
import { LookupTable } from '../audit/LookupTable.tsx';
import type { Oddity } from './access-log.documents.ts';
import type { Saying } from './OddityList.tsx';
import { GRAVE, useOddityWords } from './oddity-words.ts';

interface OddityCardProps {
  oddity: Oddity;
  rows: readonly AuditRow[];
  onSay: (saying: Saying) => void;
}

/** One finding: the word for it, the sentence that explains it, its rows, and what has been said about it. */
export function OddityCard({ oddity, rows, onSay }: OddityCardProps) {
  const t = useT();
  const words = useOddityWords();
  const { actor, kind, mark, score } = oddity;
  return (
    <Box
      component="li"
      sx={{
        border: 1,
        borderColor: 'desk.line',
        borderRadius: '8px',
        bgcolor: mark ? 'background.paper' : score >= GRAVE ? 'desk.warn.background' : 'background.paper',
        p: 1.75,
        display: 'grid',
        gap: 1,
      }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.25 }}>
        <Initials initials={actor.initials} />
        <Typography component="h4" variant="subtitle2">
          {actor.name}
        </Typography>
        <StatusChip shape="attention" tone={score >= GRAVE ? 'warn' : 'neutral'}>
          {t(`accessLog.kinds.${kind}`)}
        </StatusChip>
        {mark && (
          <StatusChip shape={mark.verdict === 'EXPLAINED' ? 'approved' : 'work'}>
            {t(mark.verdict === 'EXPLAINED' ? 'accessLog.explained' : 'accessLog.followUp')}
          </StatusChip>
        )}
        <SayButtons oddity={oddity} onSay={onSay} />
      </Box>
      <Typography>{words(oddity)}</Typography>
      {mark && <MarkLine mark={mark} />}
      <Rows oddity={oddity} rows={rows} />
    </Box>
  );
}

function SayButtons({ oddity, onSay }: Pick<OddityCardProps, 'oddity' | 'onSay'>) {
  const t = useT();
  const about = `${oddity.actor.name}, ${t(`accessLog.kinds.${oddity.kind}`)}`;
  return (
    <Box sx={{ ml: 'auto', display: 'flex', gap: 1 }}>
      <Button
        variant="outlined"
        color="inherit"
        aria-label={`${t('accessLog.explain')}: ${about}`}
        onClick={() => onSay({ oddity, verdict: 'EXPLAINED' })}
      >
        {t('accessLog.explain')}
      </Button>
      <Button
        variant="outlined"
        color="inherit"
        aria-label={`${t('accessLog.follow')}: ${about}`}
        onClick={() => onSay({ oddity, verdict: 'FOLLOW_UP' })}
      >
        {t('accessLog.follow')}
      </Button>
    </Box>
  );
}

function MarkLine({ mark }: { mark: NonNullable<Oddity['mark']> }) {
  const t = useT();
  const format = useFormat();
  const verdict = t(mark.verdict === 'EXPLAINED' ? 'accessLog.explained' : 'accessLog.followUp');
  const said = { verdict, name: mark.by.name, when: format.dateTime(mark.at), comment: mark.comment };
  return <Typography sx={{ color: 'desk.text2' }}>{t('accessLog.saidBy', said)}</Typography>;
}

function Rows({ oddity, rows }: Pick<OddityCardProps, 'oddity' | 'rows'>) {
  const t = useT();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const shown = new Set(oddity.rowIds);
  const own = rows.filter(row => shown.has(row.id));
  return (
    <Box>
      <Button
        variant="text"
        size="small"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
        sx={{ ml: -1 }}
      >
        {isOpen ? t('accessLog.hideRows') : t('accessLog.showRows', { n: own.length })}
      </Button>
      <Box
        id={id}
        hidden={!isOpen}
        sx={{ bgcolor: 'background.paper', borderRadius: '4px', overflowX: 'auto' }}
      >
        {isOpen && <LookupTable label={t('accessLog.rowsOf')} rows={own} />}
      </Box>
    </Box>
  );
}
