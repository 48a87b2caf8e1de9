import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import type { ControlVisit, ControlVisitsOfFirm } from './control-visit.documents.ts';
import { useControlVisits } from './control-visit.provider.ts';
import { RecordVisit, type VisitedUnit } from './RecordVisit.tsx';
import { Visit } from './Visit.tsx';

/** More than these wait behind a button. */
const SHOWN = 3;

interface ControlVisitsProps {
  orgNumber: string;
  /** Places of the firm that can be chosen; none but the main unit when absent. */
  units?: readonly VisitedUnit[];
}

/** Control visits at a firm, the last one first, and a form to write one down; for the authority. */
export function ControlVisits({ orgNumber, units = [] }: ControlVisitsProps) {
  const { data, error, refetch } = useControlVisits(orgNumber);
  if (error && !data) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  return data ? <Loaded data={data} orgNumber={orgNumber} units={units} /> : <LoadingShape />;
}

type LoadedProps = Required<ControlVisitsProps> & { data: ControlVisitsOfFirm };

function Loaded({ data, orgNumber, units }: LoadedProps) {
  const t = useT();
  const [all, setAll] = useState(false);
  /** 'new', or the visit that is corrected. */
  const [form, setForm] = useState<ControlVisit | 'new' | null>(null);
  const standing = data.visits.filter(visit => visit.standing);
  const shown = all ? standing : standing.slice(0, SHOWN);
  return (
    <Box sx={{ display: 'grid', gap: 1, justifyItems: 'start' }}>
      {standing.length === 0 && <Typography sx={{ color: 'desk.text2' }}>{t('visits.none')}</Typography>}
      {shown.length > 0 && (
        <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, width: '100%' }}>
          {shown.map(visit => (
            <Visit
              key={visit.id}
              visit={visit}
              earlier={earlierOf(visit, data.visits)}
              onCorrect={data.mayRecord ? () => setForm(visit) : undefined}
            />
          ))}
        </Box>
      )}
      {shown.length < standing.length && (
        <Button size="small" onClick={() => setAll(true)}>
          {t('visits.showAll', { count: standing.length })}
        </Button>
      )}
      {data.mayRecord && (
        <Button size="small" variant="outlined" onClick={() => setForm('new')}>
          {t('visits.record')}
        </Button>
      )}
      {data.tied && <Typography variant="caption">{t('visits.tied')}</Typography>}
      {form && (
        <RecordVisit
          orgNumber={orgNumber}
          units={units}
          approvalCase={data.approvalCase}
          corrects={form === 'new' ? null : form}
          onClose={() => setForm(null)}
        />
      )}
    </Box>
  );
}

/** What it was before, the newest first. */
function earlierOf(visit: ControlVisit, all: readonly ControlVisit[]): ControlVisit[] {
  const before = all.find(({ id }) => id === visit.replacesId);
  return before ? [before, ...earlierOf(before, all)] : [];
}
