import { useFormat, useT } from '../../i18n/index.ts';
import type { Column } from '../../shared/DeskTable.tsx';
import { RowLink } from '../../shared/RowLink.tsx';
import { CardStatusChip } from './CardStatusChip.tsx';
import type { CardRow } from './card.documents.ts';

export function useCardColumns({ firm }: { firm: boolean }): Column<CardRow>[] {
  const t = useT();
  const format = useFormat();
  const columns: Column<CardRow>[] = [
    {
      key: 'number',
      label: t('cards.number'),
      width: 130,
      render: ({ number }) => <RowLink to={`/cards/${number}`}>{number}</RowLink>,
    },
    { key: 'person', label: t('cards.person'), render: ({ personName }) => personName ?? '–' },
    {
      key: 'firm',
      label: t('cards.firm'),
      render: ({ mainUnit }) => <RowLink to={`/firms/${mainUnit.orgNumber}`}>{mainUnit.name}</RowLink>,
    },
    {
      key: 'scheme',
      label: t('cards.scheme'),
      width: 150,
      render: ({ scheme }) => (scheme ? t(`enums.scheme.${scheme}`) : '–'),
    },
    {
      key: 'status',
      label: t('cards.status'),
      width: 120,
      render: ({ status }) => <CardStatusChip status={status} />,
    },
    {
      key: 'until',
      label: t('cards.until'),
      width: 120,
      render: ({ expiresOn }) => (expiresOn ? format.date(expiresOn) : '–'),
    },
  ];
  return firm ? columns : columns.filter(({ key }) => key !== 'firm');
}
