import { ExclamationmarkTriangleFillIcon } from '@navikt/aksel-icons';
import { PageTitle } from './PageTitle.tsx';
import { useText } from './TextContext.tsx';
import type { MessageKey } from './upload.messages.ts';
import type { DeadState } from './upload.types.ts';

const TEXTS: Record<DeadState, { title: MessageKey; text: MessageKey }> = {
  EXPIRED: { title: 'expiredTitle', text: 'expiredText' },
  USED: { title: 'usedTitle', text: 'usedText' },
  REVOKED: { title: 'revokedTitle', text: 'revokedText' },
  UNKNOWN: { title: 'unknownTitle', text: 'unknownText' },
};

interface MessageProps {
  state: DeadState;
}

/** Why the link cannot be used, and what to do about it. */
export function Message({ state }: MessageProps) {
  const { t } = useText();
  const { title, text } = TEXTS[state];
  return (
    <div className="outcome">
      <ExclamationmarkTriangleFillIcon aria-hidden className="outcome-icon c-warn" />
      <PageTitle text={t(title)} takeFocus />
      <p>{t(text)}</p>
    </div>
  );
}

interface OfflineMessageProps {
  onRetry: () => void;
}

export function OfflineMessage({ onRetry }: OfflineMessageProps) {
  const { t } = useText();
  return (
    <div className="outcome">
      <ExclamationmarkTriangleFillIcon aria-hidden className="outcome-icon c-warn" />
      <PageTitle text={t('offlineTitle')} takeFocus />
      <p>{t('offlineText')}</p>
      <button type="button" className="btn primary" onClick={onRetry}>
        {t('retry')}
      </button>
    </div>
  );
}
