import Typography from '@mui/material/Typography';
import { useFormat, useT } from '../../i18n/index.ts';
import { type Column, DeskTable } from '../../shared/DeskTable.tsx';
import type { InboundMail } from './inbound-mail.documents.ts';

type Attachment = InboundMail['attachments'][number];

/** Names and sizes; opened as documents of the application, nowhere else. */
export function Attachments({ attachments }: { attachments: readonly Attachment[] }) {
  const t = useT();
  const columns = useColumns();
  if (attachments.length === 0) return null;
  return (
    <section>
      <Typography component="h2" variant="h3" sx={{ mb: 1 }}>
        {t('inboundMail.attachments')}
      </Typography>
      <DeskTable
        label={t('inboundMail.attachments')}
        columns={columns}
        rows={[...attachments]}
        rowKey={row => String(attachments.indexOf(row))}
      />
    </section>
  );
}

const KINDS: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
};

function useColumns(): Column<Attachment>[] {
  const t = useT();
  const format = useFormat();
  const became = ({ documentId, refusal, usable }: Attachment) => {
    if (documentId) return t('inboundMail.document');
    return refusal || !usable ? t('inboundMail.refused') : '';
  };
  return [
    { key: 'name', label: t('inboundMail.name'), render: row => row.name },
    {
      key: 'kind',
      label: t('inboundMail.kind'),
      width: 120,
      render: row => KINDS[row.mediaType] ?? t('inboundMail.otherKind'),
    },
    { key: 'size', label: t('inboundMail.size'), width: 110, render: row => format.bytes(row.byteCount) },
    { key: 'became', label: t('inboundMail.became'), width: '30%', render: became },
  ];
}
