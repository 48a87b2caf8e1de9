import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { Notice } from '../../shared/Notice.tsx';
import { ReasonDialog } from '../../shared/ReasonDialog.tsx';
import { useMyCalls } from '../caller/useCalls.ts';
import { coversCard } from './call.rules.ts';
import type { BlockInput, CardDetail } from './card.documents.ts';
import { blockCard } from './card.provider.ts';
import { useCardWrite } from './useCardWrite.ts';

export const BLOCK_REASONS = [
  ...(['LOST', 'STOLEN', 'DAMAGED', 'WRONG_DETAILS', 'SCHEME_SWITCH'] as const),
  ...(['EMPLOYMENT_ENDED', 'HOLDER_DECEASED', 'MISUSE', 'OTHER'] as const),
];
const REQUESTS = ['PHONE', 'WRITTEN', 'AUTHORITY', 'OWN'] as const;

/** Final, so it says so; by phone it needs a call about this card. */
export function BlockDialog({ card, onClose }: { card: CardDetail; onClose: () => void }) {
  const t = useT();
  const call = useMyCalls().find(coversCard(card));
  const [request, setRequest] = useState<BlockInput['request'] | null>(null);
  const block = useCardWrite(blockCard, { said: () => t('cards.blocked'), onDone: onClose });
  const asked = request ?? (call ? 'PHONE' : null);
  const ready = asked !== null && (asked !== 'PHONE' || call !== undefined);
  const common = { cardId: card.id, expectedVersion: card.version };
  return (
    <ReasonDialog
      open
      title={t('cards.action.BLOCK')}
      text={t('cards.blockText')}
      reasons={BLOCK_REASONS.map(code => ({ code, label: capital(t(`cards.block.${code}`)) }))}
      confirm={t('cards.action.BLOCK')}
      ready={ready}
      busy={block.isPending}
      error={block.error}
      onClose={onClose}
      onConfirm={(reason, comment) =>
        asked && block.mutate({ ...common, reason, comment, request: asked, callId: call?.id ?? null })
      }
    >
      <RequestChoice value={asked} onChange={setRequest} />
      {asked === 'PHONE' && !call && <Notice tone="warn" title={t('cards.noCall')} role="status" />}
    </ReasonDialog>
  );
}

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

interface RequestChoiceProps {
  value: BlockInput['request'] | null;
  onChange: (request: BlockInput['request']) => void;
}

function RequestChoice({ value, onChange }: RequestChoiceProps) {
  const t = useT();
  const id = useId();
  return (
    <div>
      <Typography id={id} variant="subtitle2">
        {t('cards.how')}
      </Typography>
      <RadioGroup aria-labelledby={id} value={value ?? ''}>
        {REQUESTS.map(code => (
          <FormControlLabel
            key={code}
            value={code}
            onChange={() => onChange(code)}
            control={<Radio />}
            label={t(`cards.request.${code}`)}
          />
        ))}
      </RadioGroup>
    </div>
  );
}
