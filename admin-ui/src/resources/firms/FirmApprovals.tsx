import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useFormat, useT } from '../../i18n/index.ts';
import { StatusIcon } from '../../shared/StatusChip.tsx';
import { osloToday } from '../../shared/today.ts';
import { APPROVAL_SHAPES, ApprovalStatusChip } from '../firm-registers/ApprovalStatusChip.tsx';
import { ApprovalWord } from '../firm-registers/ApprovalWord.tsx';
import { registers } from '../firm-registers/register-filter.rules.ts';
import type { FirmDetail } from './firm.documents.ts';

type Approval = FirmDetail['approvals'][number];

/** Per register what the firm is now and what that means for its orders, its cards, and the line of what it was. */
export function FirmApprovals({ firm }: { firm: FirmDetail }) {
  const t = useT();
  const known = registers.filter(register => firm.approvals.some(one => one.register === register));
  if (known.length === 0)
    return <Typography sx={{ color: 'desk.text2' }}>{t('firms.noApprovals')}</Typography>;
  return (
    <Box sx={{ display: 'grid', gap: 2.5 }}>
      {known.map(register => (
        <Register
          key={register}
          name={t(`firmRegisters.name.${register}`)}
          history={firm.approvals.filter(one => one.register === register)}
          coverage={firm.coverage.find(one => one.register === register) ?? null}
        />
      ))}
    </Box>
  );
}

interface RegisterProps {
  name: string;
  /** Newest first. */
  history: readonly Approval[];
  coverage: FirmDetail['coverage'][number] | null;
}

function Register({ name, history, coverage }: RegisterProps) {
  const now = history.find(({ toOn }) => toOn === null) ?? null;
  const lapsed = now?.validTo ? now.validTo < osloToday() : false;
  return (
    <Box component="section" aria-label={name} sx={{ display: 'grid', gap: 1 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
        <Typography variant="h3">{name}</Typography>
        {now && <ApprovalStatusChip status={now.status} lapsed={lapsed} />}
      </Box>
      <ApprovalWord standing={now && { ...now, lapsed }} />
      {coverage && <Coverage coverage={coverage} />}
      <History history={history} />
    </Box>
  );
}

/** How many have cards, and how many cards are ordered. */
function Coverage({ coverage: { covered, known, underWay } }: { coverage: FirmDetail['coverage'][number] }) {
  const t = useT();
  return (
    <Typography>
      {known === 0 ? t('firmRegisters.nobodyKnown') : t('firmRegisters.coverage', { covered, known })}{' '}
      {t('firmRegisters.underWay', { smart_count: underWay })}
    </Typography>
  );
}

/** From the first status to the one that holds now, each from a day to a day. */
function History({ history }: Pick<RegisterProps, 'history'>) {
  const t = useT();
  const format = useFormat();
  return (
    <Box
      component="ol"
      aria-label={t('firmRegisters.history')}
      sx={{ listStyle: 'none', m: 0, p: 0, pl: 0.5, display: 'grid' }}
    >
      {history.toReversed().map(({ status, fromOn, toOn, validTo }) => (
        <Box
          component="li"
          key={`${fromOn} ${status}`}
          aria-current={toOn === null ? 'true' : undefined}
          sx={{
            ...{ display: 'grid', gridTemplateColumns: '18px minmax(0, 1fr)', columnGap: 1, pb: 0.75 },
            ...{
              position: 'relative',
              color: toOn ? 'desk.text2' : 'desk.text',
              fontWeight: toOn ? 400 : 500,
            },
            '&:not(:last-of-type)::before': {
              ...{ content: '""', position: 'absolute', left: 8, top: 20, bottom: 0, width: '1px' },
              bgcolor: 'desk.line2',
            },
          }}
        >
          <StatusIcon shape={APPROVAL_SHAPES[status]} size={18} />
          <span>
            {t(`firms.approval.${status}`)}
            <Typography component="span" variant="caption" sx={{ color: 'desk.text2', ml: 1 }}>
              {toOn
                ? `${format.date(fromOn)} – ${format.date(toOn)}`
                : t('firms.since', { day: format.date(fromOn) })}
              {validTo && `, ${t('firms.validTo', { day: format.date(validTo) })}`}
            </Typography>
          </span>
        </Box>
      ))}
    </Box>
  );
}
