import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { ComingChanges } from '../../shared/changes/ComingChanges.tsx';
import { useDayShown } from '../../shared/changes/VersionPage.tsx';
import { type Column, DeskTable } from '../../shared/DeskTable.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { RowLink } from '../../shared/RowLink.tsx';
import { ApprovalRules } from './ApprovalRules.tsx';
import type { ExceptionRule, UsualRule } from './catalogue.documents.ts';
import { useApprovalChanges, useCatalogueOn, useRuleChanges, useUsualChanges } from './useCatalogue.ts';
import { useApprovalChangeKind, useExceptionChanges, useUsualChangeKind } from './useRuleChanges.tsx';
import { useRuleWords, useUsualWords } from './useRuleWords.ts';

/** What each of the fourteen exceptions asks for on a day, what is on its way, and who needs none. */
export function CatalogueList() {
  const t = useT();
  const shown = useDayShown();
  const { data, error, refetch } = useCatalogueOn(shown.day);
  return (
    <>
      <PageHead
        title={t('catalogue.title')}
        lead={t('catalogue.lead')}
        actions={
          <Button variant="outlined" component={RouterLink} to="/catalogue/texts">
            {t('decisionTexts.title')}
          </Button>
        }
      />
      <Box sx={{ px: 3, pb: 3, display: 'grid', gap: 2.5 }}>
        {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
        {!data && !error && <LoadingShape />}
        {data && (
          <>
            <Coming />
            {shown.field(t('catalogue.day'), data.day)}
            <RuleTable rules={data.rules} />
            <ApprovalRules rules={data.approvals} />
            <Usual rules={data.usual} />
          </>
        )}
      </Box>
    </>
  );
}

function Coming() {
  const { data: rules = [] } = useRuleChanges(null);
  const { data: usual = [] } = useUsualChanges();
  const { data: approvals = [] } = useApprovalChanges(null);
  return (
    <>
      <ComingChanges changes={rules} kind={useExceptionChanges()} named />
      <ComingChanges changes={approvals} kind={useApprovalChangeKind()} named />
      <ComingChanges changes={usual} kind={useUsualChangeKind()} named />
    </>
  );
}

function RuleTable({ rules }: { rules: readonly ExceptionRule[] }) {
  const t = useT();
  return (
    <DeskTable
      label={t('catalogue.title')}
      columns={useColumns()}
      rows={rules}
      rowKey={row => row.code}
      groupOf={row => ({ key: row.register, heading: t(`catalogue.registers.${row.register}`) })}
    />
  );
}

function useColumns(): Column<ExceptionRule>[] {
  const t = useT();
  const words = useRuleWords();
  const whole = (text: string) => (
    <Box component="span" title={text}>
      {text}
    </Box>
  );
  return [
    {
      key: 'name',
      label: t('catalogue.rule'),
      width: '26%',
      render: row => <RowLink to={`/catalogue/${row.code}`}>{words.say(row.name)}</RowLink>,
    },
    {
      key: 'asks',
      label: t('catalogue.papers'),
      render: row => {
        const papers = row.requirements.filter(({ fact }) => fact === null || fact === 'VAT_PROVISION');
        return whole(papers.map(({ label }) => words.say(label)).join(' · ') || t('catalogue.noPapers'));
      },
    },
    { key: 'validity', label: t('catalogue.validity'), width: '20%', render: row => whole(words.lasts(row)) },
    {
      key: 'channel',
      label: t('catalogue.channel'),
      width: 150,
      render: row => t(`catalogue.channels.${row.channels}`),
    },
  ];
}

function Usual({ rules }: { rules: readonly UsualRule[] }) {
  const t = useT();
  const { say } = useRuleWords();
  const words = useUsualWords();
  const told = (rule: UsualRule) =>
    words
      .told(rule)
      .map(([label, codes]) => `${label} ${codes}`)
      .join(' · ');
  return (
    <Box component="section" aria-labelledby="catalogue-usual" sx={{ display: 'grid', gap: 1 }}>
      <Typography variant="h2" id="catalogue-usual">
        {t('catalogue.usual')}
      </Typography>
      <Typography sx={{ color: 'desk.text2' }}>{t('catalogue.usualText')}</Typography>
      <DeskTable
        label={t('catalogue.usual')}
        columns={[
          {
            key: 'name',
            label: t('catalogue.usualRule'),
            width: '26%',
            render: row => <RowLink to={`/catalogue/${row.code}`}>{say(row.name)}</RowLink>,
          },
          { key: 'codes', label: t('catalogue.codes'), render: told },
        ]}
        rows={rules}
        rowKey={row => row.code}
      />
    </Box>
  );
}
