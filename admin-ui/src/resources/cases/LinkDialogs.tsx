import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import type { EnumOf } from '../../graphql/graphql.ts';
import { useT } from '../../i18n/index.ts';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { useFieldErrorText } from '../../shared/useErrorText.ts';
import { useCaseDesk } from './CaseContext.tsx';
import type { CaseLink } from './case.documents.ts';
import { linkCase, revokeUploadLink, sendUploadLink, unlinkCase } from './case.provider.ts';
import { useCaseWrite } from './useCase.ts';
import { WriteFault } from './WriteFault.tsx';

const relations = ['RELATED', 'DUPLICATE_OF', 'SAME_PERSON', 'SAME_FIRM'] as const;

/** Another case that belongs with this one; both timelines tell of it. */
export function LinkDialog() {
  const t = useT();
  const fieldText = useFieldErrorText();
  const { detail, close } = useCaseDesk();
  const [number, setNumber] = useState('');
  const [relation, setRelation] = useState<EnumOf<'CaseRelation'>>('RELATED');
  const [tried, setTried] = useState(false);
  const link = useCaseWrite(detail, { done: 'casePage.done.LINK', onDone: close });
  const missing = tried && number.trim() === '' ? t('errors.field.REQUIRED') : undefined;
  const fault = missing ?? fieldText(link.error, 'number');
  const submit = () => {
    setTried(true);
    if (number.trim() !== '') link.mutate(at => linkCase({ ...at, number: number.trim(), relation }));
  };
  return (
    <FormDialog
      title={t('caseForms.linking.title', { number: detail.number })}
      text={t('caseForms.linking.text')}
      confirm={t('caseForms.linking.confirm')}
      busy={link.isPending}
      onClose={close}
      onSubmit={submit}
    >
      <TextField
        label={t('caseForms.linking.number')}
        placeholder="2026/000123"
        value={number}
        onChange={event => setNumber(event.target.value)}
        error={fault !== undefined}
        helperText={fault}
        autoFocus
        required
        fullWidth
      />
      <TextField
        select
        label={t('caseForms.linking.relation')}
        value={relation}
        onChange={event => setRelation(event.target.value as EnumOf<'CaseRelation'>)}
        fullWidth
      >
        {relations.map(value => (
          <MenuItem key={value} value={value}>
            {t(`enums.relation.${value}`)}
          </MenuItem>
        ))}
      </TextField>
      <WriteFault error={link.error} title={t('casePage.failed.LINK')} />
    </FormDialog>
  );
}

export function UnlinkDialog({ link }: { link: CaseLink }) {
  const t = useT();
  const { detail, close } = useCaseDesk();
  const write = useCaseWrite(detail, { done: 'casePage.done.UNLINK', onDone: close });
  return (
    <FormDialog
      title={t('caseForms.unlink.title', { number: link.number })}
      text={t('caseForms.unlink.text')}
      confirm={t('caseForms.unlink.confirm')}
      busy={write.isPending}
      onClose={close}
      onSubmit={() => write.mutate(at => unlinkCase({ ...at, linkId: link.id }))}
    >
      <WriteFault error={write.error} title={t('casePage.failed.UNLINK')} />
    </FormDialog>
  );
}

/** A fresh link by mail to the orderer; the old one stops working. */
export function SendLinkDialog() {
  const t = useT();
  const { detail, close } = useCaseDesk();
  const write = useCaseWrite(detail, { done: 'casePage.done.SEND_UPLOAD_LINK', onDone: close });
  const { ordererName = '', ordererEmail = '' } = detail.orderItem ?? {};
  return (
    <FormDialog
      title={t('caseForms.sendLink.title')}
      text={t('caseForms.sendLink.text', { name: ordererName, address: ordererEmail })}
      confirm={t('caseForms.sendLink.confirm')}
      busy={write.isPending}
      onClose={close}
      onSubmit={() => write.mutate(sendUploadLink)}
    >
      <WriteFault error={write.error} title={t('casePage.failed.SEND_UPLOAD_LINK')} />
    </FormDialog>
  );
}

export function RevokeLinkDialog() {
  const t = useT();
  const { detail, close } = useCaseDesk();
  const write = useCaseWrite(detail, { done: 'casePage.done.REVOKE_UPLOAD_LINK', onDone: close });
  return (
    <FormDialog
      title={t('caseForms.revoke.title')}
      text={t('caseForms.revoke.text')}
      confirm={t('caseForms.revoke.confirm')}
      busy={write.isPending}
      onClose={close}
      onSubmit={() => write.mutate(revokeUploadLink)}
    >
      <WriteFault error={write.error} title={t('casePage.failed.REVOKE_UPLOAD_LINK')} />
    </FormDialog>
  );
}
