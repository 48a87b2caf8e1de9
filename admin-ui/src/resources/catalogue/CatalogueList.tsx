import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useSearchParams } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { DateField } from '../../shared/DateField.tsx';
import { type Column, DeskTable } from '../../shared/DeskTable.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { Fact } from '../../shared/Fact.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { RowLink } from '../../shared/RowLink.tsx';
import type { ExceptionRule } from './catalogue.documents.ts';
import type { Catalogue } from './catalogue.provider.ts';
import { RuleChanges } from './RuleChanges.tsx';
import { useCatalogueOn, useRuleChanges } from './useCatalogue.ts';
import { useRuleWords } from './useRuleWords.ts';

/** What each of the fourteen exceptions asks for on a day, what is on its way, and who needs none. */
export function CatalogueList() {
  const t = useT();
  const [params, setParams] = useSearchParams();
  const { data, error, refetch } = useCatalogueOn(params.get('day'));
  return (
    <>
      <PageHead title={t('catalogue.title')} lead={t('catalogue.lead')} />
      <Box sx={{ px: 3, pb: 3, display: 'grid', gap: 2.5 }}>
        {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
        {!data && !error && <LoadingShape />}
        {data && (
          <>
            <Coming />
            <Box sx={{ width: 240 }}>
              <DateField
                label={t('catalogue.day')}
                value={data.day}
                onChange={next => setParams(next ? { day: next } : {}, { replace: true })}
              />
            </Box>
            <RuleTable rules={data.rules} />
            <Usual rules={data.usual} />
          </>
        )}
      </Box>
    </>
  );
}

function Coming() {
  const t = useT();
  const { data = [] } = useRuleChanges(null);
  const coming = data.filter(({ state }) => state === 'WAITING' || state === 'COMING');
  if (coming.length === 0) return null;
  return (
    <Box component="section" aria-labelledby="catalogue-coming" sx={{ display: 'grid', gap: 1 }}>
      <Typography variant="h2" id="catalogue-coming">
        {t('catalogue.coming')}
      </Typography>
      <RuleChanges changes={coming} named />
    </Box>
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

function Usual({ rules }: { rules: Catalogue['usual'] }) {
  const t = useT();
  const words = useRuleWords();
  const parts = ({ sectorCodes, industryCodes, forms }: Catalogue['usual'][number]) =>
    [
      sectorCodes.length > 0 && t('catalogue.sectors', { codes: sectorCodes.join(', ') }),
      industryCodes.length > 0 && t('catalogue.industries', { codes: industryCodes.join(', ') }),
      forms.length > 0 && t('catalogue.forms', { codes: forms.join(', ') }),
    ].filter(part => part !== false);
  return (
    <Box component="section" aria-labelledby="catalogue-usual" sx={{ display: 'grid', gap: 1 }}>
      <Typography variant="h2" id="catalogue-usual">
        {t('catalogue.usual')}
      </Typography>
      <Typography sx={{ color: 'desk.text2' }}>{t('catalogue.usualText')}</Typography>
      <Box component="dl" sx={{ m: 0, display: 'flex', flexWrap: 'wrap', columnGap: 5, rowGap: 1.5 }}>
        {rules.map(rule => (
          <Fact key={rule.code} label={words.say(rule.name)}>
            {parts(rule).join(' · ')}
          </Fact>
        ))}
      </Box>
    </Box>
  );
}
