import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { Link, useSearchParams } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { AUDIT_TABS, tabOf } from './audit-filter.ts';

/** The usual questions to the log; each is an address that keeps the other filters. */
export function AuditTabs() {
  const t = useT();
  const [params] = useSearchParams();
  const addressOf = (tab: string) => {
    const next = new URLSearchParams(params);
    for (const gone of ['after', 'page', 'row', 'kind']) next.delete(gone);
    next.set('tab', tab);
    return `?${next}`;
  };
  return (
    <Tabs
      value={tabOf(params)}
      aria-label={t('accessLog.views')}
      sx={{ mb: 1 }}
      slotProps={{ list: { role: 'navigation' } }}
    >
      {AUDIT_TABS.map(tab => (
        <Tab
          key={tab}
          value={tab}
          label={t(`accessLog.tabs.${tab}`)}
          component={Link}
          to={addressOf(tab)}
          role="link"
          aria-selected={undefined}
          aria-current={tabOf(params) === tab ? 'page' : undefined}
        />
      ))}
    </Tabs>
  );
}
