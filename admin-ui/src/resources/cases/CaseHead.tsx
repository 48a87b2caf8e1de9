import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import useMediaQuery from '@mui/material/useMediaQuery';
import { ChevronRightIcon } from '@navikt/aksel-icons';
import { Link, useNavigate } from 'react-router';
import type { Reservation } from '../../graphql/fragments.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import { useMay } from '../../session.ts';
import { CaseStatusChip } from '../../shared/CaseStatusChip.tsx';
import { Initials } from '../../shared/OwnerAvatar.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { pathOfQueue } from '../../shared/queues.ts';
import { useCaseDesk } from './CaseContext.tsx';
import { resumeCase, takeCase } from './case.provider.ts';
import { type HeadAction, headActions } from './case-actions.rules.ts';
import { MoreMenu } from './MoreMenu.tsx';
import { useNow } from './useNow.ts';
import { useQuickWrite } from './useQuickWrite.ts';

/** Number, who it is about, status and owner; the one filled button top right. */
export function CaseHead() {
  const roomy = useMediaQuery('(min-width: 1200px)');
  const { detail } = useCaseDesk();
  const { number, person, organisation, orderItem, title } = detail;
  const firm = orderItem?.unit.name ?? organisation?.name;
  const about = detail.kind === 'INQUIRY' ? [title] : [person?.name, firm ?? (person ? null : title)];
  const name = about.filter(Boolean).join(', ');
  return (
    <Box sx={{ '& > header': { minHeight: 60, py: 1, pr: 2, pl: 2.5 } }}>
      <PageHead
        line
        title={roomy && name ? `${number} ${name}` : number}
        crumb={<Crumb />}
        status={<CaseStatusChip status={detail.status} reservation={detail.reservation} />}
        actions={
          <>
            <Owner />
            <Actions />
          </>
        }
      />
    </Box>
  );
}

function Crumb() {
  const t = useT();
  const { detail } = useCaseDesk();
  const { queue, orderItem } = detail;
  return (
    <Box
      component="nav"
      aria-label={t('casePage.crumb')}
      sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}
    >
      <Link to={`/queues/${pathOfQueue(queue)}`}>{t(`enums.queue.${queue}`)}</Link>
      {orderItem && (
        <>
          <ChevronRightIcon aria-hidden fontSize="14px" />
          <span>{t('casePage.orderIs', { number: orderItem.orderNumber })}</span>
        </>
      )}
    </Box>
  );
}

const lookOf = (reservation: Reservation | null) =>
  reservation ? (reservation.mine ? 'mine' : 'other') : 'free';

function Owner() {
  const t = useT();
  const format = useFormat();
  const { reservation, status } = useCaseDesk().detail;
  if (!reservation && status === 'CLOSED') return null;
  const words = (held: Reservation) =>
    t(held.mine ? 'casePage.owner.mine' : 'casePage.owner.theirs', {
      name: held.by.name,
      time: format.time(held.until),
    });
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', alignItems: 'center', gap: 1, mr: 0.5, whiteSpace: 'nowrap' }}
    >
      <Initials initials={reservation?.by.initials ?? ''} look={lookOf(reservation)} />
      <Box component="span" sx={{ color: reservation ? 'desk.text' : 'desk.text2' }}>
        {reservation ? words(reservation) : t('casePage.owner.free')}
      </Box>
    </Box>
  );
}

/** What a press does: some things at once, the rest in a window. */
export function useAct() {
  const navigate = useNavigate();
  const { detail, open } = useCaseDesk();
  const take = useQuickWrite('casePage.done.TAKE');
  const resume = useQuickWrite('casePage.done.RESUME');
  const act = (action: HeadAction) => {
    if (action === 'TAKE') take.mutate(takeCase);
    else if (action === 'RESUME') resume.mutate(resumeCase);
    else if (action === 'OPEN_BENCH') void navigate(`/bench/${detail.id}`);
    else open({ name: action });
  };
  return { act, busy: take.isPending || resume.isPending };
}

function Actions() {
  const t = useT();
  const may = useMay();
  const { detail } = useCaseDesk();
  const { act, busy } = useAct();
  const { primary, secondary, more } = headActions(detail, useNow());
  const allowed = (action: HeadAction) => action !== 'OPEN_BENCH' || may('image-submission', 'read');
  return (
    <>
      {secondary && allowed(secondary) && (
        <Button variant="outlined" color="inherit" onClick={() => act(secondary)}>
          {t(`casePage.action.${secondary}`)}
        </Button>
      )}
      <MoreMenu actions={more.filter(allowed)} onAct={act} />
      {primary && (
        <Button variant="contained" onClick={() => act(primary)} aria-disabled={busy}>
          {t(`casePage.action.${primary}`)}
        </Button>
      )}
    </>
  );
}
