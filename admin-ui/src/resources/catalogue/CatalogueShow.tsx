import { useParams } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { NotFound } from '../../layout/NotFound.tsx';
import { ChangedLines } from '../../shared/changes/ChangedLines.tsx';
import { ChangeHistory } from '../../shared/changes/ChangeHistory.tsx';
import { ComingChanges } from '../../shared/changes/ComingChanges.tsx';
import { VersionPage } from '../../shared/changes/VersionPage.tsx';
import { ApprovalRulePage } from './ApprovalRules.tsx';
import type { ExceptionRule, UsualRule } from './catalogue.documents.ts';
import type { Catalogue } from './catalogue.provider.ts';
import { Facts } from './Facts.tsx';
import { ProposeRuleDialog } from './ProposeRuleDialog.tsx';
import { ProposeUsualDialog } from './ProposeUsualDialog.tsx';
import { useCatalogueOn, useRuleChanges, useUsualChanges } from './useCatalogue.ts';
import { useExceptionChanges, useUsualChangeKind } from './useRuleChanges.tsx';
import { useRuleWords, useUsualWords } from './useRuleWords.ts';
import { useOpening, useSince } from './useVersionPage.ts';

/** One rule of the catalogue: what it asks for today, what is coming, and every version it has had. */
export function CatalogueShow() {
  const t = useT();
  const { code = '' } = useParams();
  const { data, error, refetch } = useCatalogueOn(null);
  const rule = data?.rules.find(one => one.code === code);
  const usual = data?.usual.find(one => one.code === code);
  if (data && rule) return <ExceptionPage catalogue={data} rule={rule} />;
  const approval = data?.approvals.find(one => one.code === code);
  if (approval) return <ApprovalRulePage rule={approval} />;
  if (usual) return <UsualPage rule={usual} />;
  if (data) return <NotFound />;
  const list = { to: '/catalogue', label: t('catalogue.title') };
  return <VersionPage title={t('catalogue.rule')} list={list} error={error} onRetry={() => void refetch()} />;
}

function ExceptionPage({ catalogue, rule }: { catalogue: Catalogue; rule: ExceptionRule }) {
  const t = useT();
  const words = useRuleWords();
  const kind = useExceptionChanges();
  const since = useSince();
  const { proposing, open, close } = useOpening();
  const { data: changes = [], error, refetch } = useRuleChanges(rule.code);
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
      <ComingChanges changes={changes} kind={kind} />
      <ChangeHistory
        changes={changes}
        text={t('catalogue.historyText')}
        more={one => <ChangedLines lines={words.lines(one.rule)} before={words.lines(one.before)} />}
      />
      {proposing && <ProposeRuleDialog catalogue={catalogue} rule={rule} onClose={close} />}
    </VersionPage>
  );
}

function UsualPage({ rule }: { rule: UsualRule }) {
  const t = useT();
  const { say } = useRuleWords();
  const words = useUsualWords();
  const kind = useUsualChangeKind();
  const since = useSince();
  const { proposing, open, close } = useOpening();
  const { data = [], error, refetch } = useUsualChanges();
  const changes = data.filter(({ code }) => code === rule.code);
  return (
    <VersionPage
      title={say(rule.name)}
      lead={t('catalogue.usualText')}
      list={{ to: '/catalogue', label: t('catalogue.title') }}
      onPropose={open}
      error={error}
      onRetry={() => void refetch()}
    >
      <Facts lines={[since(rule), ...words.told(rule)]} />
      <ComingChanges changes={changes} kind={kind} />
      <ChangeHistory
        changes={changes}
        text={t('catalogue.usualHistoryText')}
        more={one => <ChangedLines lines={words.lines(one.rule)} before={words.lines(one.before)} />}
        born={t(`catalogue.readings.${rule.code}`)}
      />
      {proposing && <ProposeUsualDialog rule={rule} onClose={close} />}
    </VersionPage>
  );
}
