import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useFormat, useT } from '../../i18n/index.ts';
import { useCaseDocuments } from '../../shared/document-viewer/case-documents.provider.ts';
import { SrOnly } from '../../shared/SrOnly.tsx';
import { StatusIcon } from '../../shared/StatusChip.tsx';
import { useApplicationDesk } from './ApplicationContext.tsx';
import type { Requirement } from './application.documents.ts';
import { useKindName, useWords } from './application-words.ts';
import { CONDITION_SHAPES, type ConditionLook, lookOf } from './approval.rules.ts';
import { Arrival } from './Checklist.tsx';
import { ConditionForm } from './ConditionForm.tsx';
import { inSentence } from './in-sentence.ts';

/** What the approval asks for: how it stands with each condition, who says so, and a form to say it. */
export function Conditions() {
  const t = useT();
  const id = useId();
  const { application } = useApplicationDesk();
  const [open, setOpen] = useState<string | null>(null);
  const { checklist } = application;
  const met = checklist.filter(one => one.met).length;
  const whole = met === checklist.length;
  return (
    <Box component="section" aria-labelledby={id}>
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 1 }}>
        <Typography id={id} variant="h2">
          {t('approvals.conditions.title')}
        </Typography>
        <Typography
          component="span"
          variant="caption"
          sx={{
            ...{ display: 'inline-flex', alignItems: 'center', gap: 0.5 },
            '& svg': { color: whole ? 'desk.ok.icon' : 'desk.warn.icon' },
          }}
        >
          <StatusIcon shape={whole ? 'approved' : 'attention'} size={16} />
          {t('approvals.conditions.count', { met, all: checklist.length })}
        </Typography>
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 0.75, p: 0, display: 'grid', gap: 1 }}>
        {checklist.map(requirement => (
          <Line
            key={requirement.key}
            requirement={requirement}
            open={open === requirement.key}
            onOpen={isOpen => setOpen(isOpen ? requirement.key : null)}
          />
        ))}
      </Box>
      <Arrival application={application} />
    </Box>
  );
}

const COLORS: Readonly<Record<ConditionLook, string>> = {
  open: 'desk.warn.icon',
  unmet: 'desk.bad.icon',
  met: 'desk.ok.icon',
  notRelevant: 'desk.text2',
};

interface LineProps {
  requirement: Requirement;
  open: boolean;
  onOpen: (open: boolean) => void;
}

function Line({ requirement, open, onOpen }: LineProps) {
  const t = useT();
  const words = useWords();
  const { detail } = useApplicationDesk();
  const look = lookOf(requirement);
  const label = words(requirement.label);
  const verb = t(look === 'open' ? 'approvals.conditions.say' : 'approvals.conditions.sayAgain');
  const may = requirement.condition?.assessable && detail.allowedActions.includes('ASSESS_CONDITION');
  return (
    <Box
      component="li"
      sx={{ display: 'flex', gap: 1, '& > svg': { flex: 'none', mt: '1px', color: COLORS[look] } }}
    >
      <StatusIcon shape={CONDITION_SHAPES[look]} size={18} />
      <Box sx={{ minWidth: 0, flex: 1 }}>
        <SrOnly>{t(`approvals.conditions.look.${look}`)}: </SrOnly>
        {label}
        <Said requirement={requirement} look={look} />
        {may && !open && (
          <Button
            size="small"
            aria-label={`${verb}: ${label}`}
            onClick={() => onOpen(true)}
            sx={{ p: 0, minWidth: 0, minHeight: 24, fontSize: 12, textDecoration: 'underline' }}
          >
            {verb}
          </Button>
        )}
        {may && open && (
          <ConditionForm requirement={requirement} label={label} onClose={() => onOpen(false)} />
        )}
      </Box>
    </Box>
  );
}

/** The word on it, whose it is, and the paper that shows it. */
function Said({ requirement, look }: { requirement: Requirement; look: ConditionLook }) {
  const t = useT();
  const source = useSource(requirement);
  const paper = usePaper(requirement);
  const wanted = useWanted(requirement);
  const comment = requirement.condition?.source === 'STAFF' ? requirement.condition.comment : null;
  return (
    <Typography variant="caption" component="div" sx={{ color: 'desk.text2', overflowWrap: 'anywhere' }}>
      {[t(`approvals.conditions.look.${look}`), source].filter(Boolean).join(', ')}
      {comment && <div>{comment}</div>}
      {paper}
      {wanted && <div>{wanted}</div>}
    </Typography>
  );
}

/** A register, the size of the firm, or a colleague on a day. */
function useSource({ condition }: Requirement): string | null {
  const t = useT();
  const format = useFormat();
  if (!condition?.source) return null;
  if (condition.source !== 'STAFF') return t(`approvals.conditions.source.${condition.source}`);
  const { saidBy, saidAt } = condition;
  return [saidBy, saidAt && format.shortDate(saidAt)].filter(Boolean).join(' ');
}

/** The paper that was named, or those that came for it. */
function usePaper({ condition, by }: Requirement) {
  const kindName = useKindName();
  const { application, show } = useApplicationDesk();
  const { data } = useCaseDocuments(application.caseId);
  const ids = condition?.documentId ? [condition.documentId] : by;
  const papers = (data?.documents ?? []).filter(({ id }) => ids.includes(id));
  return papers.map(({ id, kind, title }) => (
    <div key={id}>
      <Button
        size="small"
        onClick={() => show(id)}
        sx={{ p: 0, minWidth: 0, minHeight: 24, fontSize: 12, textAlign: 'left' }}
      >
        {title ?? kindName(kind)}
      </Button>
    </div>
  ));
}

/** What the letter about what is missing asks for. */
function useWanted({ wanting, missing }: Requirement): string | null {
  const t = useT();
  const kindName = useKindName();
  if (!wanting || missing.length === 0) return null;
  const ways = missing.map(({ kinds }) => kinds.map(kind => inSentence(kindName(kind))).join(' + '));
  return t('applications.checklist.missingIs', { what: ways.join(` ${t('applications.form.or')} `) });
}
