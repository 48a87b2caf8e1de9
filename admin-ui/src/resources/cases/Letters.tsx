import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { EnvelopeClosedIcon } from '@navikt/aksel-icons';
import { useT } from '../../i18n/index.ts';
import { useMay } from '../../session.ts';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { Panel } from '../../shared/Panel.tsx';
import { useWhen } from '../../shared/useWhen.ts';
import { MailStatusChip } from '../outbox/MailStatusChip.tsx';
import type { MailRow } from '../outbox/outbox.documents.ts';
import { useCaseDesk } from './CaseContext.tsx';

const SHOWN_IN_WORK = 3;

/** The letters of the case, the newest first; each opens as its reader gets it. */
export function Letters({ mails }: { mails: readonly MailRow[] }) {
  const t = useT();
  const when = useWhen();
  const { open } = useCaseDesk();
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {mails.map(mail => (
        <Box
          key={mail.id}
          component="li"
          sx={{
            display: 'flex',
            alignItems: 'flex-start',
            flexWrap: 'wrap',
            gap: 1,
            py: 1,
            '&:first-of-type': { pt: 0 },
            '& + &': { borderTop: 1, borderColor: 'desk.line' },
          }}
        >
          <Box sx={{ flex: '1 1 180px', minWidth: 0 }}>
            <Link
              component="button"
              onClick={() => open({ name: 'MAIL', id: mail.id })}
              sx={{ textAlign: 'left', font: 'inherit' }}
            >
              {mail.subject}
            </Link>
            <Box sx={{ fontSize: 12, lineHeight: '16px', color: 'desk.text2', overflowWrap: 'anywhere' }}>
              {t('casePage.letters.to', {
                address: mail.recipient,
                when: when(mail.sentAt ?? mail.sendAfter),
              })}
            </Box>
          </Box>
          <MailStatusChip status={mail.status} />
        </Box>
      ))}
    </Box>
  );
}

/** The latest letters, beside the work they came from. */
export function LettersPanel() {
  const t = useT();
  const { mails } = useCaseDesk().detail;
  return (
    <Panel title={t('casePage.letters.title')}>
      <Letters mails={mails.slice(0, SHOWN_IN_WORK)} />
    </Panel>
  );
}

/** Every letter of the case. */
export function LettersTab() {
  const t = useT();
  const may = useMay();
  const { mails } = useCaseDesk().detail;
  if (mails.length === 0)
    return (
      <EmptyState
        icon={<EnvelopeClosedIcon aria-hidden fontSize="1.5rem" />}
        title={t(may('mail', 'read') ? 'casePage.letters.none' : 'casePage.letters.hidden')}
        text={may('mail', 'read') && t('casePage.letters.noneText')}
      />
    );
  return <Letters mails={mails} />;
}
