import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useFormat, useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { StatusIcon, type StatusShape } from '../../shared/StatusChip.tsx';
import { useWhen } from '../../shared/useWhen.ts';
import { useApplicationDesk } from './ApplicationContext.tsx';
import type { Comparison } from './application.documents.ts';
import { askFacts, getFacts } from './application.provider.ts';
import { TakeFact } from './TakeFact.tsx';

const SHAPES: Readonly<Record<Comparison['agreement'], StatusShape>> = {
  LIKE: 'approved',
  DIFFERS: 'attention',
  UNKNOWN: 'noAnswer',
  EXCEPTED: 'notApplicable',
};
const ICONS: Readonly<Record<Comparison['agreement'], string>> = {
  LIKE: 'desk.ok.icon',
  DIFFERS: 'desk.warn.icon',
  UNKNOWN: 'desk.text2',
  EXCEPTED: 'desk.text2',
};

/** What the registers say beside what the application claims; the desk marks, a person decides. */
export function RegisterFacts() {
  const t = useT();
  const when = useWhen();
  const client = useQueryClient();
  const { detail } = useApplicationDesk();
  const key = ['application-facts', detail.id];
  const { data, error, refetch } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => getFacts(detail.id, signal),
  });
  const ask = useMutation({
    mutationFn: () => askFacts(detail.id),
    onSuccess: answer => client.setQueryData(key, answer),
  });
  return (
    <Box component="section" aria-label={t('applications.facts.title')}>
      <Typography variant="h2">{t('applications.facts.title')}</Typography>
      {error && !data && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingShape shape="panel" rows={4} />}
      {data && (
        <Box
          component="table"
          sx={{ width: '100%', borderCollapse: 'collapse', mt: 0.5, tableLayout: 'fixed', fontSize: 13 }}
        >
          <tbody>
            {data.facts.map(fact => (
              <Line key={fact.key} fact={fact} askedAt={data.askedAt} />
            ))}
          </tbody>
        </Box>
      )}
      <Typography variant="caption" component="p" sx={{ color: 'desk.text2', mt: 0.75 }}>
        {data?.askedAt
          ? t('applications.facts.askedAt', { when: when(data.askedAt) })
          : data && t('applications.facts.neverAsked')}
      </Typography>
      {detail.allowedActions.includes('ASK_FOR_DOCUMENTS') && (
        <Button
          size="small"
          onClick={() => !ask.isPending && ask.mutate()}
          aria-disabled={ask.isPending}
          sx={{ px: 0 }}
        >
          {t('applications.facts.askAgain')}
        </Button>
      )}
      {ask.error && <ErrorPanel error={ask.error} />}
    </Box>
  );
}

function Line({ fact, askedAt }: { fact: Comparison; askedAt: string | null }) {
  const t = useT();
  const { key, agreement } = fact;
  return (
    <Box
      component="tr"
      sx={{ '& > *': { height: 30, borderBottom: 1, borderColor: 'desk.line', p: 0, pr: 0.5 } }}
    >
      <Box
        component="th"
        scope="row"
        sx={{ width: 84, textAlign: 'left', fontWeight: 400, color: 'desk.text2' }}
      >
        {t(`applications.fact.${key}`)}
      </Box>
      <Box component="td" sx={{ overflowWrap: 'anywhere' }}>
        <Value fact={fact} />
      </Box>
      <Box component="td" sx={{ width: 82 }}>
        <Box
          component="span"
          sx={{
            display: 'inline-flex',
            alignItems: 'center',
            gap: 0.5,
            '& svg': { color: ICONS[agreement] },
          }}
        >
          <StatusIcon shape={SHAPES[agreement]} size={16} />
          {t(`applications.agreement.${agreement}`)}
        </Box>
      </Box>
      <Box component="td" sx={{ width: 24, '&&': { pr: 0 } }}>
        <TakeFact fact={fact} askedAt={askedAt} />
      </Box>
    </Box>
  );
}

const REGISTERS = ['AA', 'UDI', 'MVA', 'STAFFING'] as const;

/** As the register has it: a code, a day, a number. */
function Value({ fact }: { fact: Comparison }) {
  const t = useT();
  const format = useFormat();
  const { key, value } = fact;
  if (value === null) return '–';
  const register = REGISTERS.find(one => one === value);
  if (key === 'REGISTER' && register) return t(`applications.register.${register}`);
  if (key === 'AGE') return format.date(value);
  if (value === 'ACTIVE') return t('applications.facts.active');
  return value;
}
