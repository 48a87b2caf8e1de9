import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import useMediaQuery from '@mui/material/useMediaQuery';
import { ChevronRightIcon, ClockDashedIcon, ClockIcon } from '@navikt/aksel-icons';
import { useMutation } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import { Link, useNavigate } from 'react-router';
import { useFormat, useT } from '../../i18n/index.ts';
import { useControlKey } from '../../shared/hotkeys.ts';
import { Kbd } from '../../shared/Kbd.tsx';
import { Initials } from '../../shared/OwnerAvatar.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { pathOfQueue } from '../../shared/queues.ts';
import { StatusChip } from '../../shared/StatusChip.tsx';
import { osloToday } from '../../shared/today.ts';
import { useErrorText } from '../../shared/useErrorText.ts';
import { useCaseDesk } from '../cases/CaseContext.tsx';
import { useAct } from '../cases/CaseHead.tsx';
import { headActions } from '../cases/case-actions.rules.ts';
import { MoreMenu } from '../cases/MoreMenu.tsx';
import { useNow } from '../cases/useNow.ts';
import { useApplicationDesk } from './ApplicationContext.tsx';
import { useNextKind } from './ApplicationNext.tsx';
import { ApplicationStatusChip } from './ApplicationStatusChip.tsx';
import { mayAskFor } from './application-next.rules.ts';
import { useWords } from './application-words.ts';
import { isApprovalCode } from './approval.rules.ts';
import { useDecision } from './DecisionContext.tsx';
import { approveDecision } from './decision.provider.ts';
import { useBatch } from './useBatch.ts';
import { useChanged } from './useChanged.ts';
import { useProposal } from './useProposal.ts';

/** Number, who it is about, how it stands, what was promised, whose it is; the one filled button top right. */
export function ApplicationHead() {
  const roomy = useMediaQuery('(min-width: 1200px)');
  const { application } = useApplicationDesk();
  const { number, person, firm } = application;
  const about = [person?.name, firm.name].filter(Boolean).join(', ');
  return (
    <Box sx={{ '& > header': { minHeight: 60, py: 1, pr: 2, pl: 2.5, flexWrap: 'nowrap' }, ...ONE_LINE }}>
      <PageHead
        line
        title={roomy ? `${number} ${about}` : number}
        crumb={<Crumb />}
        status={<Chip />}
        actions={
          <>
            <Promise_ />
            <Owner />
            <Actions />
          </>
        }
      />
    </Box>
  );
}

/** A long name gives way to the buttons, which keep their place. */
const ONE_LINE = {
  '& > header > div:last-of-type': { flex: 'none' },
  '& h1': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '& h1, & header > div:first-of-type > div': { minWidth: 0, flexWrap: 'nowrap' },
};

function Crumb() {
  const t = useT();
  const words = useWords();
  const { application, detail } = useApplicationDesk();
  return (
    <Box
      component="nav"
      aria-label={t('casePage.crumb')}
      sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}
    >
      <Link to={`/queues/${pathOfQueue(detail.queue)}`}>
        {t(isApprovalCode(application.code) ? 'approvals.crumb' : 'applications.crumb', {
          register: t(`applications.register.${application.register}`),
        })}
      </Link>
      <ChevronRightIcon aria-hidden fontSize="14px" />
      <span>{words(application.rule.name)}</span>
    </Box>
  );
}

function Chip() {
  const t = useT();
  const kind = useNextKind();
  const { status, code } = useApplicationDesk().application;
  if (kind === 'toOpen') return <StatusChip shape="ready">{t('approvals.readyToOpen')}</StatusChip>;
  if (kind === 'conditions') return <StatusChip shape="attention">{t('approvals.lacking')}</StatusChip>;
  if (kind === 'ready') return <StatusChip shape="ready">{t('applications.ready')}</StatusChip>;
  if (kind === 'missing') return <StatusChip shape="attention">{t('applications.missing')}</StatusChip>;
  return <ApplicationStatusChip status={status} code={code} />;
}

/** What was promised, and when the case is due otherwise. */
function Promise_() {
  const t = useT();
  const format = useFormat();
  const { detail } = useApplicationDesk();
  const { promisedOn, dueOn, status } = detail;
  if (status === 'CLOSED') return null;
  const day = promisedOn ?? dueOn;
  const today = osloToday();
  const when = day === today ? t('decisions.today') : format.shortDate(day);
  const late = day < today;
  return (
    <Box
      component="span"
      sx={{
        ...{ display: 'inline-flex', alignItems: 'center', gap: 0.75, whiteSpace: 'nowrap' },
        '& svg': { color: late ? 'desk.bad.icon' : 'desk.warn.icon' },
      }}
    >
      <ClockIcon aria-hidden fontSize="18px" />
      {t(promisedOn ? 'decisions.promised' : 'decisions.due', { when })}
    </Box>
  );
}

function Owner() {
  const t = useT();
  const format = useFormat();
  const { reservation, status } = useApplicationDesk().detail;
  if (!reservation) {
    const free = status === 'OPEN';
    return free ? (
      <Box component="span" sx={{ color: 'desk.text2' }}>
        {t('casePage.owner.free')}
      </Box>
    ) : null;
  }
  const { mine, by, until } = reservation;
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75, whiteSpace: 'nowrap' }}
    >
      <Initials initials={by.initials} look={mine ? 'mine' : 'other'} />
      {t(mine ? 'casePage.owner.mine' : 'casePage.owner.theirs', { name: by.name, time: format.time(until) })}
    </Box>
  );
}

const OWN = ['ADD_DOCUMENT', 'NOTE'];

function Actions() {
  const t = useT();
  const { application, detail, open, setHistory } = useApplicationDesk();
  const { dialog } = useCaseDesk();
  const { act, busy } = useAct();
  const wide = useMediaQuery('(min-width: 1200px)');
  const { primary, more, secondary } = headActions(detail, useNow());
  const can = (action: (typeof detail.allowedActions)[number]) => detail.allowedActions.includes(action);
  const main = useMain();
  const offered = [...(secondary ? [secondary] : []), ...more].filter(action => !OWN.includes(action));
  useControlKey('Enter', () => {
    // In another form the key is that form's.
    const form = document.activeElement?.closest('form');
    if (main && !form && !dialog) main.run();
  });
  return (
    <>
      {can('ASK_FOR_DOCUMENTS') && mayAskFor(application) && (
        <Button variant="outlined" color="inherit" onClick={() => open('ASK')}>
          {t('decisions.ask.title')}
        </Button>
      )}
      <Back />
      {wide && (
        <Tooltip title={t('applications.history.open')}>
          <IconButton aria-label={t('applications.history.open')} onClick={() => setHistory(true)}>
            <ClockDashedIcon aria-hidden />
          </IconButton>
        </Tooltip>
      )}
      <MoreMenu actions={offered.filter(action => action !== primary)} onAct={act} />
      {main ? (
        <Button variant="contained" onClick={main.run} aria-disabled={main.busy}>
          {main.label} <Kbd>Ctrl ↵</Kbd>
        </Button>
      ) : (
        primary && (
          <Button variant="contained" onClick={() => act(primary)} aria-disabled={busy}>
            {t(`casePage.action.${primary}`)}
          </Button>
        )
      )}
    </>
  );
}

/** The verb of this page for this reader: send it, or sign it. */
function useMain(): { label: string; run: () => void; busy: boolean } | null {
  const t = useT();
  const notify = useNotify();
  const errorText = useErrorText();
  const { allowed, preview, propose, submit } = useDecision();
  const { data: proposal } = useProposal();
  const changed = useChanged();
  const navigate = useNavigate();
  const next = useBatch()?.next;
  const approve = useMutation({
    mutationFn: () => approveDecision(proposal?.id ?? '', proposal?.digest ?? ''),
    onSuccess: ({ fell }) => {
      const done = next ? 'withdrawals.batch.approved' : 'decisions.approved';
      notify(t(fell ? 'decisions.fell' : done), { type: fell ? 'warning' : 'success' });
      changed();
      if (next && !fell) void navigate(`/cases/${next.caseId}`);
    },
    onError: error => {
      notify(errorText(error), { type: 'error' });
      changed();
    },
  });
  if (allowed) {
    const alone = preview?.data && !preview.data.needsApproval;
    return { label: t(alone ? 'decisions.make' : 'decisions.send'), run: submit, busy: propose.isPending };
  }
  if (proposal?.state !== 'OPEN' || !proposal.mayApprove) return null;
  const unread = proposal.parts.filter(({ byMeAt }) => byMeAt === null).length;
  const run = () => {
    if (unread > 0) notify(t('decisions.four.unread', { smart_count: unread }), { type: 'warning' });
    else if (!approve.isPending) approve.mutate();
  };
  const label = t(next ? 'withdrawals.batch.approve' : 'decisions.approve');
  return { label, run, busy: approve.isPending || unread > 0 };
}

/** A proposal goes back to who made it. */
function Back() {
  const t = useT();
  const { open } = useApplicationDesk();
  const { data: proposal } = useProposal();
  if (proposal?.state !== 'OPEN' || !proposal.mayReturn) return null;
  return (
    <Button variant="outlined" color="inherit" onClick={() => open('RETURN')}>
      {t(proposal.mayApprove ? 'decisions.back.title' : 'decisions.back.take')}
    </Button>
  );
}
