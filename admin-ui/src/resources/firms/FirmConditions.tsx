import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { Section } from '../../shared/Section.tsx';
import { StatusIcon } from '../../shared/StatusChip.tsx';
import type { Application } from '../applications/application.documents.ts';
import { useApplicationOf } from '../applications/application.provider.ts';
import { useWords } from '../applications/application-words.ts';
import { CONDITION_SHAPES, lookOf } from '../applications/approval.rules.ts';

interface FirmConditionsProps {
  /** The open one, or the last. */
  approvalCase: { id: string; number: string };
}

/** How it stood with the conditions when they were last looked at: how many are met, and those that are not. */
export function FirmConditions({ approvalCase }: FirmConditionsProps) {
  const t = useT();
  const { data, error, refetch } = useApplicationOf(approvalCase.id);
  const met = data?.checklist.filter(one => one.met).length ?? 0;
  return (
    <Section
      title={t('approvals.conditions.title')}
      aside={data && t('approvals.conditions.count', { met, all: data.checklist.length })}
    >
      {error && !data && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingShape />}
      {data && <Unmet checklist={data.checklist} />}
      <Link component={RouterLink} to={`/cases/${approvalCase.id}`}>
        {t('visits.case', { number: approvalCase.number })}
      </Link>
    </Section>
  );
}

const COLORS = { open: 'desk.warn.icon', unmet: 'desk.bad.icon', met: '', notRelevant: '' } as const;

function Unmet({ checklist }: Pick<Application, 'checklist'>) {
  const t = useT();
  const words = useWords();
  const rest = checklist.filter(one => !one.met);
  if (rest.length === 0) return <Typography sx={{ mb: 1 }}>{t('approvals.conditions.allMet')}</Typography>;
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, mb: 1, p: 0, display: 'grid', gap: 0.75 }}>
      {rest.map(requirement => {
        const look = lookOf(requirement);
        return (
          <Box
            component="li"
            key={requirement.key}
            sx={{ display: 'flex', gap: 1, '& > svg': { flex: 'none', mt: '1px', color: COLORS[look] } }}
          >
            <StatusIcon shape={CONDITION_SHAPES[look]} size={18} />
            <span>
              {words(requirement.label)}
              <Typography variant="caption" component="div" sx={{ color: 'desk.text2' }}>
                {t(`approvals.conditions.look.${look}`)}
              </Typography>
            </span>
          </Box>
        );
      })}
    </Box>
  );
}
