import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useT } from '../../i18n/index.ts';
import { ChangedLines } from '../../shared/changes/ChangedLines.tsx';
import { ChangeHistory } from '../../shared/changes/ChangeHistory.tsx';
import { ComingChanges } from '../../shared/changes/ComingChanges.tsx';
import { VersionPage } from '../../shared/changes/VersionPage.tsx';
import { DeskTable } from '../../shared/DeskTable.tsx';
import { RowLink } from '../../shared/RowLink.tsx';
import { ApprovalRuleDialog } from './ApprovalRuleDialog.tsx';
import type { ApprovalRule } from './catalogue.documents.ts';
import { Facts } from './Facts.tsx';
import { useApprovalWords } from './useApprovalWords.ts';
import { useApprovalChanges } from './useCatalogue.ts';
import { useApprovalChangeKind } from './useRuleChanges.tsx';
import { useOpening, useSince } from './useVersionPage.ts';

/** What the approval of each kind of firm asks for, in the list of the catalogue. */
export function ApprovalRules({ rules }: { rules: readonly ApprovalRule[] }) {
  const t = useT();
  const { say, lasts } = useApprovalWords();
  return (
    <Box component="section" aria-labelledby="catalogue-approvals" sx={{ display: 'grid', gap: 1 }}>
      <Typography variant="h2" id="catalogue-approvals">
        {t('approvalRules.title')}
      </Typography>
      <Typography sx={{ color: 'desk.text2' }}>{t('approvalRules.lead')}</Typography>
      <DeskTable
        label={t('approvalRules.title')}
        columns={[
          {
            key: 'name',
            label: t('approvalRules.rule'),
            width: '26%',
            render: row => <RowLink to={`/catalogue/${row.code}`}>{say(row.name)}</RowLink>,
          },
          {
            key: 'asks',
            label: t('approvalRules.conditions'),
            render: row => {
              const whole = row.requirements.map(({ label }) => say(label)).join(' · ');
              return (
                <Box component="span" title={whole}>
                  {whole}
                </Box>
              );
            },
          },
          { key: 'validity', label: t('catalogue.validity'), width: '20%', render: lasts },
        ]}
        rows={rules}
        rowKey={row => row.code}
      />
    </Box>
  );
}

/** One approval: its conditions with their thresholds, what is coming, and every version it has had. */
export function ApprovalRulePage({ rule }: { rule: ApprovalRule }) {
  const t = useT();
  const words = useApprovalWords();
  const kind = useApprovalChangeKind();
  const since = useSince();
  const { proposing, open, close } = useOpening();
  const code = rule.code as Parameters<typeof useApprovalChanges>[0];
  const { data: changes = [], error, refetch } = useApprovalChanges(code);
  return (
    <VersionPage
      title={words.say(rule.name)}
      lead={words.say(rule.who)}
      list={{ to: '/catalogue', label: t('catalogue.title') }}
      onPropose={open}
      error={error}
      onRetry={() => void refetch()}
    >
      <Facts lines={[since(rule), ...words.told(rule)]} />
      <Box component="section" aria-labelledby="approval-conditions" sx={{ display: 'grid', gap: 1 }}>
        <Typography variant="h2" id="approval-conditions">
          {t('approvalRules.conditions')}
        </Typography>
        <Box component="dl" sx={{ m: 0 }}>
          {words.conditions(rule).map(([label, asked]) => (
            <Box key={label} sx={{ borderTop: 1, borderColor: 'desk.line', py: 0.75 }}>
              <Typography component="dt">{label}</Typography>
              <Typography component="dd" variant="caption" sx={{ m: 0, color: 'desk.text2' }}>
                {asked}
              </Typography>
            </Box>
          ))}
        </Box>
      </Box>
      <ComingChanges changes={changes} kind={kind} />
      <ChangeHistory
        changes={changes}
        text={t('catalogue.historyText')}
        more={one => <ChangedLines lines={words.lines(one.rule)} before={words.lines(one.before)} />}
      />
      {proposing && <ApprovalRuleDialog rule={rule} onClose={close} />}
    </VersionPage>
  );
}
