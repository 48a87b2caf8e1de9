import { useT } from '../../i18n/index.ts';
import { ReasonDialog } from '../../shared/ReasonDialog.tsx';
import { BLOCK_REASONS, capital } from './BlockDialog.tsx';
import type { CardDetail } from './card.documents.ts';
import { reissueCard } from './card.provider.ts';
import { useCardWrite } from './useCardWrite.ts';

export function ReissueDialog({ card, onClose }: { card: CardDetail; onClose: () => void }) {
  const t = useT();
  const reissue = useCardWrite(reissueCard, {
    said: ({ orderNumber }) => t('cards.reissued', { number: orderNumber }),
    onDone: onClose,
  });
  const common = { cardId: card.id, expectedVersion: card.version };
  return (
    <ReasonDialog
      open
      title={t('cards.action.REISSUE')}
      text={t('cards.reissueText')}
      reasons={BLOCK_REASONS.map(code => ({ code, label: capital(t(`cards.block.${code}`)) }))}
      confirm={t('cards.action.REISSUE')}
      busy={reissue.isPending}
      error={reissue.error}
      onClose={onClose}
      onConfirm={(reason, comment) => reissue.mutate({ ...common, reason, comment })}
    />
  );
}
