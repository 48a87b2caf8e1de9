import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useT } from '../../i18n/index.ts';
import { CardStatusChip } from '../cards/CardStatusChip.tsx';
import type { Application } from './application.documents.ts';

/** Who work in the firm without being employed in it, as the application names them, and how their cards stand. */
export function NamedWorkers({ workers }: Pick<Application, 'workers'>) {
  const t = useT();
  const id = useId();
  if (workers.length === 0) return null;
  return (
    <Box component="section" aria-labelledby={id} sx={{ display: 'grid', gap: 0.5 }}>
      <Typography id={id} variant="h2">
        {t('approvals.workers.title')}
      </Typography>
      <Box component="ul" aria-labelledby={id} sx={{ listStyle: 'none', m: 0, p: 0, fontSize: 13 }}>
        {workers.map(({ person, relation, cardStatus }) => (
          <Box
            component="li"
            key={person.id}
            sx={{
              ...{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', gap: 1, py: 0.625 },
              ...{ alignItems: 'start', borderBottom: 1, borderColor: 'desk.line' },
            }}
          >
            <Box sx={{ overflowWrap: 'anywhere' }}>
              {person.name}
              <Typography variant="caption" component="div" sx={{ color: 'desk.text2' }}>
                {[
                  t(`approvals.workers.is.${relation}`),
                  person.maskedNationalId,
                  person.restricted && t('applications.facts.restricted'),
                ]
                  .filter(Boolean)
                  .join(', ')}
              </Typography>
            </Box>
            {cardStatus ? (
              <CardStatusChip status={cardStatus} />
            ) : (
              <Box component="span" sx={{ color: 'desk.text2' }}>
                {t('approvals.workers.noCard')}
              </Box>
            )}
          </Box>
        ))}
      </Box>
    </Box>
  );
}
