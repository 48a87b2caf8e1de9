import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useFormat, useT } from '../../i18n/index.ts';
import { DateField } from '../../shared/DateField.tsx';
import { DraftWords } from '../../shared/DraftWords.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { useHotkeys } from '../../shared/hotkeys.ts';
import { Kbd } from '../../shared/Kbd.tsx';
import { Notice } from '../../shared/Notice.tsx';
import { StatusIcon } from '../../shared/StatusChip.tsx';
import { useApplicationDesk } from './ApplicationContext.tsx';
import { isApprovalCode } from './approval.rules.ts';
import { useDecision } from './DecisionContext.tsx';
import { type DecisionKind, draftOf, type Outcome, outcomesOf, standingOf } from './decision-draft.rules.ts';
import { Grounds } from './Grounds.tsx';
import { KindChoice } from './KindChoice.tsx';
import { LegalRefs } from './LegalRefs.tsx';

const KEYS: Readonly<Record<Outcome, string>> = { GRANT: 'g', REFUSE: 'a', DISMISS: 'i', WITHDRAW: 'h' };

/** What is decided, on which grounds, for how long, by which law. */
export function DecisionPanel() {
  const t = useT();
  const id = useId();
  const { draft, draftState, propose } = useDecision();
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{ p: '14px 20px 16px', display: 'grid', gap: 1.5, bgcolor: 'background.paper' }}
    >
      <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'baseline', gap: 1 }}>
        <Typography id={id} variant="h2">
          {t('decisions.title')}
        </Typography>
        <DraftWords state={draftState} />
      </Box>
      <Conflict />
      <KindChoice />
      <Outcomes />
      <Suggested />
      <OutcomeFault />
      {propose.error && <ErrorPanel error={propose.error} title={t('decisions.failed')} />}
      {draft.outcome === null ? <Begin /> : <Fields />}
    </Box>
  );
}

/** Nothing is chosen for anybody; a correction may begin with what stands. */
function Begin() {
  const t = useT();
  const { application } = useApplicationDesk();
  const { kind, startWithStanding } = useDecision();
  return (
    <>
      <Typography sx={{ color: 'desk.text2' }}>{t('decisions.choose')}</Typography>
      {kind === 'CORRECTION' && standingOf(application) && (
        <Button variant="outlined" onClick={() => void startWithStanding()} sx={{ justifySelf: 'start' }}>
          {t('decisions.startWithStanding')}
        </Button>
      )}
    </>
  );
}

/** The same draft was written on two machines: one is chosen, none is lost unseen. */
function Conflict() {
  const t = useT();
  const format = useFormat();
  const { draft, draftState, chooseDraft } = useDecision();
  const { other } = draftState;
  if (!other) return null;
  const theirs = draftOf(other.body);
  return (
    <Notice
      tone="warn"
      role="alert"
      title={t('casePage.notes.conflict', { time: other.savedAt ? format.time(other.savedAt) : '' })}
    >
      <Typography sx={{ whiteSpace: 'pre-wrap' }}>
        {[theirs.outcome && t(`decisions.outcome.${theirs.outcome}`), theirs.facts, theirs.freeText]
          .filter(Boolean)
          .join('\n')}
      </Typography>
      <Box sx={{ display: 'flex', gap: 1, mt: 1 }}>
        <Button size="small" variant="outlined" onClick={() => chooseDraft(draft)}>
          {t('casePage.notes.keepMine')}
        </Button>
        <Button size="small" onClick={() => chooseDraft(theirs)}>
          {t('casePage.notes.useOther')}
        </Button>
      </Box>
    </Notice>
  );
}

/** One of a few; arrows move between them as in any group of choices, a letter chooses from anywhere. */
function Outcomes() {
  const t = useT();
  const { kind, draft, pick } = useDecision();
  const offered = kind ? outcomesOf(kind) : [];
  useHotkeys(Object.fromEntries(offered.map(outcome => [KEYS[outcome], () => pick(outcome)])));
  const step = (by: number) => {
    const at = draft.outcome ? offered.indexOf(draft.outcome) : -1;
    const next = offered[(at + by + offered.length) % offered.length];
    if (next) pick(next);
  };
  return (
    <Box
      role="radiogroup"
      aria-label={t('decisions.outcomes')}
      sx={{
        ...{ display: 'grid', gridTemplateColumns: `repeat(${offered.length}, 1fr)`, overflow: 'hidden' },
        ...{ border: 1, borderColor: 'desk.edge', borderRadius: '4px' },
      }}
    >
      {offered.map((outcome, index) => (
        <OutcomeButton key={outcome} outcome={outcome} first={index === 0} onStep={step} />
      ))}
    </Box>
  );
}

/** A firm is approved, and an approval is taken back. */
function verbOf(kind: DecisionKind | null, outcome: Outcome, approves: boolean): string {
  if (kind === 'APPEAL') return `APPEAL_${outcome}`;
  if (!approves) return outcome;
  if (kind === 'WITHDRAWAL') return 'TAKE_BACK';
  return outcome === 'GRANT' ? 'APPROVE' : outcome;
}

interface OutcomeButtonProps {
  outcome: Outcome;
  first: boolean;
  onStep: (by: number) => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

function OutcomeButton({ outcome, first, onStep }: OutcomeButtonProps) {
  const t = useT();
  const { kind, draft, pick } = useDecision();
  const chosen = draft.outcome === outcome;
  const reached = chosen || (draft.outcome === null && first);
  const { code } = useApplicationDesk().application;
  const verb = verbOf(kind, outcome, isApprovalCode(code));
  return (
    <ButtonBase
      role="radio"
      aria-checked={chosen}
      tabIndex={reached ? 0 : -1}
      onClick={() => pick(outcome)}
      onKeyDown={({ key }) => STEPS[key] && onStep(STEPS[key])}
      sx={{
        ...{ minHeight: 40, gap: 0.75, font: 'inherit', fontWeight: chosen ? 500 : 400 },
        ...{ borderLeft: first ? 0 : 1, borderColor: 'desk.line2' },
        ...(chosen && {
          ...{ bgcolor: 'desk.accentBg2', boxShadow: 'inset 0 -3px currentColor', color: 'desk.accentText' },
        }),
      }}
    >
      {chosen && <StatusIcon shape="approved" size={18} />}
      {t(`decisions.verb.${verb}` as 'decisions.verb.GRANT')}
      <Box component="span" aria-hidden sx={{ ml: 0.5, opacity: 0.8 }}>
        <Kbd>{KEYS[outcome].toUpperCase()}</Kbd>
      </Box>
    </ButtonBase>
  );
}

/** Whoever signs is told who wrote it, and that it is hers to change. */
function Suggested() {
  const t = useT();
  const format = useFormat();
  const { application } = useApplicationDesk();
  const { draft } = useDecision();
  const { suggested } = application;
  if (!suggested || draft.outcome !== 'GRANT') return null;
  const { covered, known, at } = suggested;
  const title = t('approvals.suggested', { covered, known, date: format.date(at) });
  return (
    <Notice tone="info" role="status" title={title}>
      {t('approvals.suggestedText')}
    </Notice>
  );
}

/** Why this outcome cannot be chosen yet: papers, conditions or cards are missing. */
function OutcomeFault() {
  const t = useT();
  const { preview } = useDecision();
  const { application } = useApplicationDesk();
  const code = preview?.data?.faults.find(({ field }) => field === 'outcome')?.code;
  if (code === 'CARDS_MISSING')
    return <Notice tone="warn" role="status" title={t('errors.field.CARDS_MISSING')} />;
  if (code !== 'DOCUMENTS_MISSING' || !isApprovalCode(application.code)) return null;
  return <Notice tone="warn" role="status" title={t('approvals.lacks')} />;
}

function Fields() {
  const { draft, kind } = useDecision();
  const fault = useFault();
  const dated = draft.outcome === 'GRANT' || kind === 'WITHDRAWAL';
  return (
    <>
      <Box
        sx={{
          ...{ display: 'grid', columnGap: 3, rowGap: 1.5, alignItems: 'start' },
          gridTemplateColumns: 'minmax(0, 1fr) minmax(200px, 240px)',
        }}
      >
        <Grounds fault={fault('grounds')} />
        <Box sx={{ display: 'grid', gap: 1.5 }}>
          {dated && <Validity />}
          <LegalRefs fault={fault('statutes')} />
        </Box>
      </Box>
      <OwnWords />
    </>
  );
}

/** Facts relied on, and grounds nobody has written before. */
function OwnWords() {
  const t = useT();
  const { draft, set } = useDecision();
  const fault = useFault();
  const field = (name: 'facts' | 'freeText') => ({
    label: t(`decisions.${name}`),
    value: draft[name],
    multiline: true,
    minRows: 2,
    fullWidth: true,
    onChange: (event: { target: { value: string } }) => set({ [name]: event.target.value }),
  });
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2, alignItems: 'start' }}>
      <TextField
        {...field('facts')}
        helperText={fault('facts') ?? t('decisions.factsHelp')}
        slotProps={{ htmlInput: { maxLength: 3000 } }}
      />
      <TextField {...field('freeText')} slotProps={{ htmlInput: { maxLength: 4000 } }} />
    </Box>
  );
}

/** What the server says is wrong with a field of the decision as it stands. */
function useFault() {
  const t = useT();
  const { preview } = useDecision();
  const faults = preview?.data?.faults ?? [];
  return (field: string) => {
    const found = faults.find(one => one.field === field);
    return found
      ? t(found.code === 'REQUIRED' ? 'errors.field.REQUIRED' : 'errors.field.NOT_POSSIBLE')
      : undefined;
  };
}

/** As the rule proposes, and changeable. */
function Validity() {
  const t = useT();
  const { application } = useApplicationDesk();
  const { draft, set, kind } = useDecision();
  const fault = useFault();
  const withdraws = kind === 'WITHDRAWAL';
  const approves = isApprovalCode(application.code);
  const endless = approves && !withdraws && application.proposedValidity.by === 'UNTIL_WITHDRAWN';
  const lastDay = approves ? 'approvals.lastDay' : 'decisions.lastDay';
  return (
    <Box>
      <Typography variant="subtitle2" component="p">
        {t(withdraws ? lastDay : 'decisions.validity')}
      </Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: withdraws ? '1fr' : '1fr 1fr', gap: 0.75, mt: 0.75 }}>
        {!withdraws && (
          <DateField
            label={t('decisions.from')}
            value={draft.validFrom}
            onChange={validFrom => set({ validFrom })}
            fault={fault('validFrom')}
          />
        )}
        {!draft.whileRole && !endless && (
          <DateField
            label={t('decisions.to')}
            value={draft.validTo}
            onChange={validTo => set({ validTo })}
            fault={fault('validTo')}
          />
        )}
      </Box>
      {!withdraws && (
        <Typography variant="caption" component="p" sx={{ color: 'desk.text2', mt: 0.5 }}>
          {t(
            approves
              ? `approvals.follows.${endless ? 'UNTIL_WITHDRAWN' : 'MONTHS'}`
              : `decisions.follows.${application.proposedValidity.by}`,
          )}
        </Typography>
      )}
    </Box>
  );
}
