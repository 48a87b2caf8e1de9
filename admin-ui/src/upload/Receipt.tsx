import { CheckmarkCircleFillIcon } from '@navikt/aksel-icons';
import { PageTitle } from './PageTitle.tsx';
import { useText } from './TextContext.tsx';

interface ReceiptProps {
  firmName: string;
}

export function Receipt({ firmName }: ReceiptProps) {
  const { t } = useText();
  return (
    <div className="outcome">
      <CheckmarkCircleFillIcon aria-hidden className="outcome-icon c-ok" />
      <PageTitle text={t('receivedTitle')} takeFocus />
      <h2>{t('receivedNext')}</h2>
      <ol className="next-steps">
        <li>{t('receivedReview')}</li>
        <li>{t('receivedApproved')}</li>
        <li>{t('receivedRejected', { firm: firmName })}</li>
      </ol>
      <p className="muted">{t('receivedClose')}</p>
    </div>
  );
}
