import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { BookmarkDashIcon, TrashIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import { useFormat, useT } from '../../i18n/index.ts';
import { usePreference } from '../../providers/preferences.ts';
import type { Queue } from '../../shared/queues.ts';
import { noFilter } from './list-filter.rules.ts';
import { SaveViewDialog } from './SaveViewDialog.tsx';
import { type CaseListFilter, useFacets } from './useCaseList.ts';
import { builtInViews, countOfView, savedViewsIn, viewsOfQueue, withView } from './views.rules.ts';

interface ViewTabsProps {
  queue: Queue;
  list: CaseListFilter;
}

function useSavedViews(queue: Queue) {
  const [stored, setStored] = usePreference<unknown>(`views.${queue}`, []);
  const views = savedViewsIn(stored);
  return {
    views,
    save: (name: string, key: string) => setStored(withView(views, { name, key })),
    remove: (id: string) => setStored(views.filter(view => view.id !== id)),
  };
}

/** The views of the queue and my own, as tabs over the list. A filter that is no view yet can be saved as one. */
export function ViewTabs({ queue, list }: ViewTabsProps) {
  const t = useT();
  const saved = useSavedViews(queue);
  const [saving, setSaving] = useState(false);
  const tabs = useTabs(queue, saved.views);
  const active = tabs.find(tab => tab.key === list.key);
  const mine = saved.views.find(view => view.key === list.key);
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', borderBottom: 1, borderColor: 'desk.line' }}>
      <Tabs
        value={active?.key ?? false}
        onChange={(_, key: string) => list.show(key)}
        variant="scrollable"
        scrollButtons={false}
        aria-label={t('cases.views.title')}
        sx={{ flex: 1, minWidth: 0, border: 0 }}
      >
        {tabs.map(tab => (
          <Tab key={`${tab.id}`} value={tab.key} label={<TabLabel name={tab.name} count={tab.count} />} />
        ))}
      </Tabs>
      {mine && (
        <Button onClick={() => saved.remove(mine.id)} startIcon={<TrashIcon aria-hidden />}>
          {t('cases.views.remove')}
        </Button>
      )}
      {!active && (
        <Button onClick={() => setSaving(true)} startIcon={<BookmarkDashIcon aria-hidden />}>
          {t('cases.views.save')}
        </Button>
      )}
      {saving && (
        <SaveViewDialog
          onClose={() => setSaving(false)}
          onSave={name => {
            saved.save(name, list.key);
            setSaving(false);
          }}
        />
      )}
    </Box>
  );
}

function useTabs(queue: Queue, mine: ReturnType<typeof useSavedViews>['views']) {
  const t = useT();
  const format = useFormat();
  const facets = useFacets(noFilter, queue);
  const builtIn = viewsOfQueue(queue).map(view => {
    const count = countOfView(view, facets);
    const name = t(`cases.views.builtIn.${view}`);
    return { id: view, key: builtInViews[view] as string, name, count: count && format.count(count) };
  });
  const own = mine.map(({ id, key, name }) => ({ id: `own-${id}`, key, name, count: null }));
  return [...builtIn, ...own.filter(view => !builtIn.some(({ key }) => key === view.key))];
}

function TabLabel({ name, count }: { name: string; count: string | null }) {
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 0.75, alignItems: 'baseline' }}>
      {name}
      {count && (
        <Box component="span" sx={{ fontSize: 12, fontVariantNumeric: 'tabular-nums', color: 'desk.text2' }}>
          {count}
        </Box>
      )}
    </Box>
  );
}
