import { useT } from '../../i18n/index.ts';
import type { Delivery } from './webhook.documents.ts';

/** What the receiver said last, or why it said nothing. */
export function useAnswer() {
  const t = useT();
  return ({ lastCode, lastError }: Delivery): string => {
    if (lastCode) return String(lastCode);
    return lastError ? t('webhooks.noAnswer', { error: lastError }) : '–';
  };
}
