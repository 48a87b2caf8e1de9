import { useT } from '../../i18n/index.ts';
import type { CardDetail } from './card.documents.ts';

const BLOCK = [
  ...['LOST', 'STOLEN', 'DAMAGED', 'WRONG_DETAILS', 'SCHEME_SWITCH'],
  ...['EMPLOYMENT_ENDED', 'HOLDER_DECEASED', 'MISUSE', 'OTHER', 'SHREDDED'],
];
type BlockWord = 'LOST';

/** Why a card is not valid: what it was blocked for, or which register says no. */
export function useCardWhy() {
  const t = useT();
  return ({
    status,
    statusReason,
    checks,
  }: Pick<CardDetail, 'status' | 'statusReason' | 'checks'>): string => {
    if (statusReason && BLOCK.includes(statusReason)) return t(`cards.block.${statusReason as BlockWord}`);
    const failing = checks.find(({ outcome, reason }) => outcome === 'REJECTED' || reason === statusReason);
    if (status !== 'INVALID' || !failing) return t('cards.sentence.noReason');
    return t('cards.sentence.register', { register: t(`cards.register.${failing.register}`) });
  };
}
