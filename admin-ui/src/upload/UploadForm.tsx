import { formatDeadline } from './format.ts';
import { HeadgearChoice } from './HeadgearChoice.tsx';
import { IdKinds } from './IdKinds.tsx';
import { PageTitle } from './PageTitle.tsx';
import { PartStep } from './PartStep.tsx';
import { PhotoRules } from './PhotoRules.tsx';
import { PreviousFaults } from './PreviousFaults.tsx';
import { SendBar } from './SendBar.tsx';
import { useText } from './TextContext.tsx';
import type { OpenLink } from './upload.types.ts';
import { useUploadForm } from './useUploadForm.ts';

interface UploadFormProps {
  link: OpenLink;
  token: string;
  onDead: () => void;
  onReceived: () => void;
}

export function UploadForm({ link, token, onDead, onReceived }: UploadFormProps) {
  const { t, language } = useText();
  const form = useUploadForm({ link, token, onDead, onReceived });
  return (
    <>
      <div className="steps">
        <PageTitle text={t('title')} />
        <p className="lead">
          {t('ordered', { name: link.personFirstName, firm: link.firmName })}{' '}
          <b>{formatDeadline(link.expiresAt, language)}</b>.
        </p>
        {link.previous && <PreviousFaults previous={link.previous} />}
        <PartStep part="photo" number={1} form={form} limits={link}>
          <PhotoRules />
        </PartStep>
        <PartStep part="id" number={2} form={form} limits={link}>
          <IdKinds />
        </PartStep>
        <HeadgearChoice checked={form.state.headgear} onChange={form.setHeadgear} />
      </div>
      <SendBar state={form.state} onSend={form.submit} />
    </>
  );
}
