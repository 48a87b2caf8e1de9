import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { PlusIcon } from '@navikt/aksel-icons';
import { useT } from '../../i18n/index.ts';
import { announce } from '../../shared/announce.ts';
import { useApplicationDesk } from './ApplicationContext.tsx';
import type { Comparison } from './application.documents.ts';
import { useDecision } from './DecisionContext.tsx';
import { reliedFact } from './relied-fact.rules.ts';

/** Takes what a register has answered into the facts relied on, as a sentence that can be changed. */
export function TakeFact({ fact, askedAt }: { fact: Comparison; askedAt: string | null }) {
  const t = useT();
  const { application } = useApplicationDesk();
  const { allowed, draft, set } = useDecision();
  const sentence = reliedFact(fact, { language: application.language, askedAt });
  if (!allowed || draft.outcome === null || sentence === null || draft.facts.includes(sentence)) return null;
  const label = t('applications.relied.take', { what: t(`applications.fact.${fact.key}`) });
  const take = () => {
    set({ facts: [draft.facts.trimEnd(), sentence].filter(Boolean).join('\n') });
    announce(t('applications.relied.taken'));
  };
  return (
    <Tooltip title={label}>
      <IconButton size="small" aria-label={label} onClick={take} sx={{ p: 0.25 }}>
        <PlusIcon aria-hidden fontSize="16px" />
      </IconButton>
    </Tooltip>
  );
}
