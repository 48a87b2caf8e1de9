import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { DownloadIcon } from '@navikt/aksel-icons';
import { useT } from '../../i18n/index.ts';
import { useMay } from '../../session.ts';
import { type ApplicationDialog, useApplicationDesk } from './ApplicationContext.tsx';
import { mayBeAppealed, openAppealOf } from './appeal.rules.ts';

/** It is taken back, let in though late, or sent on; a reversal is a decision and is written in its panel. */
function OpenAppeal() {
  const t = useT();
  const { application, detail } = useApplicationDesk();
  const appeal = detail.allowedActions.includes('SETTLE_APPEAL') ? openAppealOf(application) : null;
  if (!appeal) return null;
  const tooLate = appeal.late && appeal.lateAccepted === null;
  return (
    <>
      <NextButton dialog="WITHDRAW_APPEAL" label={t('decisions.withdrawAppeal.title')} />
      <NextButton
        dialog={tooLate ? 'ACCEPT_LATE' : 'FORWARD'}
        label={t(tooLate ? 'decisions.acceptLate.title' : 'decisions.forward.title')}
      />
    </>
  );
}

/** In the line that says what happens next: what there is to do about an appeal, or one that comes in. */
export function AppealNext() {
  const t = useT();
  const may = useMay();
  const { application, detail } = useApplicationDesk();
  const incoming = detail.allowedActions.includes('REGISTER_APPEAL');
  const forwarded = application.appeals.find(one => one.forwardedAt !== null && one.bodyOutcome === null);
  if (application.status === 'APPEALED') return <OpenAppeal />;
  if (application.status !== 'FORWARDED')
    return incoming && mayBeAppealed(application) ? (
      <NextButton dialog="APPEAL" label={t('decisions.appeal.title')} />
    ) : null;
  return (
    <>
      {forwarded?.packaged && may('appeal', 'read') && (
        <Link
          href={`/files/appeals/${forwarded.id}/package`}
          download
          sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, whiteSpace: 'nowrap' }}
        >
          <DownloadIcon aria-hidden fontSize="16px" />
          {t('decisions.package')}
        </Link>
      )}
      {incoming && forwarded && <NextButton dialog="BODY_RESULT" label={t('decisions.bodyResult.title')} />}
    </>
  );
}

function NextButton({ dialog, label }: { dialog: ApplicationDialog; label: string }) {
  const { open } = useApplicationDesk();
  return (
    <Button size="small" onClick={() => open(dialog)} sx={{ minHeight: 24, py: 0, whiteSpace: 'nowrap' }}>
      {label}
    </Button>
  );
}
