import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useFormat, useT } from '../../i18n/index.ts';
import { Panel } from '../../shared/Panel.tsx';
import { StatusChip, type StatusShape } from '../../shared/StatusChip.tsx';
import { useWhen } from '../../shared/useWhen.ts';
import { useCaseDesk } from './CaseContext.tsx';
import type { CaseDetail, UploadLink } from './case.documents.ts';
import { isLive } from './next-step.rules.ts';
import { useNow } from './useNow.ts';

type LinkState = 'live' | 'used' | 'revoked' | 'expired';
const shapes: Record<LinkState, StatusShape> = {
  live: 'waits',
  used: 'approved',
  revoked: 'notApplicable',
  expired: 'noAnswer',
};

function stateOf(link: UploadLink, now: number): LinkState {
  if (link.usedAt) return 'used';
  if (link.revokedAt) return 'revoked';
  return isLive(link, now) ? 'live' : 'expired';
}

/** The way new images come in: the link, what has become of it, and the envelope. */
export function UploadLinkPanel() {
  const t = useT();
  const now = useNow();
  const { detail } = useCaseDesk();
  const { uploadLink: link } = detail;
  if (!link && !detail.allowedActions.includes('SEND_UPLOAD_LINK')) return null;
  const state = link && stateOf(link, now);
  return (
    <Panel
      title={t('casePage.link.title')}
      end={state && <StatusChip shape={shapes[state]}>{t(`casePage.link.state.${state}`)}</StatusChip>}
    >
      {link && state ? (
        <LinkText link={link} state={state} />
      ) : (
        <Typography>{t('casePage.link.none')}</Typography>
      )}
      <LinkActions detail={detail} live={state === 'live'} />
    </Panel>
  );
}

function LinkText({ link, state }: { link: UploadLink; state: LinkState }) {
  const t = useT();
  const when = useWhen();
  const format = useFormat();
  const at = { live: link.expiresAt, used: link.usedAt, revoked: link.revokedAt, expired: link.expiresAt }[
    state
  ];
  return (
    <Typography>
      {t(`casePage.link.text.${state}`, { when: at ? format.dateTime(at) : '' })}{' '}
      <Box component="span" sx={{ color: 'desk.text2' }}>
        {t('casePage.link.made', { when: when(link.createdAt) })}
      </Box>
    </Typography>
  );
}

function LinkActions({ detail, live }: { detail: CaseDetail; live: boolean }) {
  const t = useT();
  const { open } = useCaseDesk();
  const may = (action: CaseDetail['allowedActions'][number]) => detail.allowedActions.includes(action);
  if (!may('SEND_UPLOAD_LINK') && !may('REGISTER_UPLOAD')) return null;
  const actions = [
    ...(may('SEND_UPLOAD_LINK') ? (['SEND_UPLOAD_LINK'] as const) : []),
    ...(may('SEND_UPLOAD_LINK') && live ? (['REVOKE_UPLOAD_LINK'] as const) : []),
    ...(may('REGISTER_UPLOAD') ? (['REGISTER_UPLOAD'] as const) : []),
  ];
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1.5 }}>
      {actions.map(name => (
        <Button key={name} variant="outlined" color="inherit" size="small" onClick={() => open({ name })}>
          {t(`casePage.action.${name}`)}
        </Button>
      ))}
    </Box>
  );
}
