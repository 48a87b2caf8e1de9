import Typography from '@mui/material/Typography';
import { asDeskError } from '../../graphql/desk-error.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { Notice } from '../../shared/Notice.tsx';
import { useCaseDesk } from './CaseContext.tsx';
import { eventText } from './event.rules.ts';
import { useByline } from './Timeline.tsx';

interface WriteFaultProps {
  error: unknown;
  /** What did not happen: "Saken ble ikke satt på vent". */
  title: string;
}

/** Why a write did not go through: who has the case, or what a colleague has done meanwhile. The form keeps its text. */
export function WriteFault({ error, title }: WriteFaultProps) {
  const t = useT();
  const format = useFormat();
  const { reservation } = useCaseDesk().detail;
  if (!error) return null;
  const { code } = asDeskError(error);
  if (code === 'STALE') return <Stale />;
  if (code === 'RESERVED_BY_OTHER' && reservation && !reservation.mine)
    return (
      <Notice tone="bad" role="alert" title={title}>
        <Typography>
          {t('casePage.fault.theirs', { name: reservation.by.name, time: format.time(reservation.until) })}
        </Typography>
      </Notice>
    );
  return <ErrorPanel error={error} title={title} />;
}

function Stale() {
  const t = useT();
  const format = useFormat();
  const byline = useByline();
  const [latest] = useCaseDesk().detail.events;
  const { what, detail } = latest ? eventText(latest, { t, format }) : { what: '', detail: '' };
  return (
    <Notice tone="warn" role="alert" title={t('casePage.fault.stale')}>
      <Typography>{t('casePage.fault.staleText')}</Typography>
      {latest && (
        <Typography sx={{ mt: 0.5 }}>
          {t('casePage.fault.latest', { what: detail ? `${what}: ${detail}` : what, who: byline(latest) })}
        </Typography>
      )}
    </Notice>
  );
}
