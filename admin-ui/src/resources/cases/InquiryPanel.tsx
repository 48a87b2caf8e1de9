import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useFormat, useT } from '../../i18n/index.ts';
import { Panel } from '../../shared/Panel.tsx';
import { useCaseDesk } from './CaseContext.tsx';

/** The question as it came, and what the desk knows about the order it is about. */
export function InquiryPanel() {
  const t = useT();
  const format = useFormat();
  const { title, description, channel, language, openedOn, orderItem } = useCaseDesk().detail;
  const came = t('casePage.inquiry.came', {
    channel: t(`enums.channel.${channel}`).toLowerCase(),
    date: format.date(openedOn),
    language: t(`casePage.languageInText.${language}`),
  });
  return (
    <>
      <Panel title={title ?? t('enums.caseKind.INQUIRY')}>
        <Typography sx={{ color: 'desk.text2', mb: 1 }}>{came}</Typography>
        <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {description ?? '–'}
        </Typography>
      </Panel>
      {orderItem && (
        <Panel title={t('casePage.orderIs', { number: orderItem.orderNumber })}>
          <Box
            component="dl"
            sx={{
              display: 'grid',
              gridTemplateColumns: '140px minmax(0, 1fr)',
              rowGap: 0.5,
              '& dt': { color: 'desk.text2' },
            }}
          >
            <dt>{t('casePage.inquiry.orderStatus')}</dt>
            <dd>{t(`enums.orderStatus.${orderItem.status}`)}</dd>
            <dt>{t('casePage.facts.images')}</dt>
            <dd>{t(`enums.imageRequirement.${orderItem.imageRequirement}`)}</dd>
            <dt>{t('casePage.facts.scheme')}</dt>
            <dd>{t(`enums.scheme.${orderItem.scheme}`)}</dd>
            <dt>{t('casePage.facts.orderedOn')}</dt>
            <dd>{format.date(orderItem.orderedOn)}</dd>
            <dt>{t('casePage.facts.orderer')}</dt>
            <dd>{[orderItem.ordererName, orderItem.ordererRole].filter(Boolean).join(', ')}</dd>
          </Box>
        </Panel>
      )}
    </>
  );
}
