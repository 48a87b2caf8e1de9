import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink, useParams } from 'react-router';
import { useFormat, useT } from '../../i18n/index.ts';
import { NotFound } from '../../layout/NotFound.tsx';
import { useMay } from '../../session.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { Fact } from '../../shared/Fact.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import type { ExceptionRule } from './catalogue.documents.ts';
import type { Catalogue } from './catalogue.provider.ts';
import { ProposeRuleDialog } from './ProposeRuleDialog.tsx';
import { RuleChanges } from './RuleChanges.tsx';
import { RuleHistory } from './RuleHistory.tsx';
import { useCatalogueOn, useRuleChanges } from './useCatalogue.ts';
import { useRuleWords } from './useRuleWords.ts';

/** One exception: what it asks for today, what is coming, and every version it has had. */
export function CatalogueShow() {
  const t = useT();
  const { code = '' } = useParams();
  const { data, error, refetch } = useCatalogueOn(null);
  const rule = data?.rules.find(one => one.code === code);
  if (data && !rule) return <NotFound />;
  if (data && rule) return <RulePage catalogue={data} rule={rule} />;
  return (
    <>
      <PageHead title={t('catalogue.rule')} crumb={<Crumb />} />
      <Box sx={{ px: 3 }}>
        {error ? <ErrorPanel error={error} onRetry={() => void refetch()} /> : <LoadingShape shape="panel" />}
      </Box>
    </>
  );
}

function Crumb() {
  const t = useT();
  return (
    <Link component={RouterLink} to="/catalogue">
      {t('catalogue.title')}
    </Link>
  );
}

function RulePage({ catalogue, rule }: { catalogue: Catalogue; rule: ExceptionRule }) {
  const t = useT();
  const may = useMay();
  const words = useRuleWords();
  const [proposing, setProposing] = useState(false);
  const { data: changes = [], error, refetch } = useRuleChanges(rule.code);
  const coming = changes.filter(({ state }) => state === 'WAITING' || state === 'COMING');
  const propose = (
    <Button variant="contained" onClick={() => setProposing(true)}>
      {t('catalogue.propose')}
    </Button>
  );
  return (
    <>
      <PageHead
        title={words.say(rule.name)}
        crumb={<Crumb />}
        lead={words.say(rule.who)}
        actions={may('catalogue', 'propose') ? propose : undefined}
      />
      <Box sx={{ px: 3, pb: 3, display: 'grid', gap: 2.5, maxWidth: 860 }}>
        <Holds rule={rule} />
        {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
        <Box component="section" aria-labelledby="rule-coming" sx={{ display: 'grid', gap: 1 }}>
          <Typography variant="h2" id="rule-coming">
            {t('catalogue.coming')}
          </Typography>
          {coming.length === 0 && <Typography>{t('catalogue.comingNone')}</Typography>}
          <RuleChanges changes={coming} />
        </Box>
        <RuleHistory changes={changes} />
      </Box>
      {proposing && (
        <ProposeRuleDialog catalogue={catalogue} rule={rule} onClose={() => setProposing(false)} />
      )}
    </>
  );
}

function Holds({ rule }: { rule: ExceptionRule }) {
  const t = useT();
  const format = useFormat();
  const words = useRuleWords();
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        columnGap: 4,
        rowGap: 1.5,
        gridTemplateColumns: 'repeat(auto-fill, minmax(240px, 1fr))',
      }}
    >
      <Fact label={t('catalogue.since')}>{format.date(rule.validFrom)}</Fact>
      {words.told(rule).map(([label, value]) => (
        <Fact key={label} label={label}>
          {value}
        </Fact>
      ))}
    </Box>
  );
}
