import { useText } from './TextContext.tsx';
import type { MessageKey } from './upload.messages.ts';

const ACCEPTED: readonly MessageKey[] = [
  'idPassport',
  'idNational',
  'idLicence',
  'idNordic',
  'idRefugee',
  'idResidence',
  'idDefence',
];
const REFUSED: readonly MessageKey[] = ['idBankCard', 'idEmergency', 'idOldLicence', 'idExpired'];

export function IdKinds() {
  const { t } = useText();
  return (
    <div>
      <p className="small muted">{t('idShort')}</p>
      <details>
        <summary>{t('idOpen')}</summary>
        <h3>{t('idAccepted')}</h3>
        <List keys={ACCEPTED} />
        <h3>{t('idRefused')}</h3>
        <List keys={REFUSED} />
        <p>{t('idNone')}</p>
      </details>
    </div>
  );
}

function List({ keys }: { keys: readonly MessageKey[] }) {
  const { t } = useText();
  return (
    <ul className="rules">
      {keys.map(key => (
        <li key={key}>{t(key)}</li>
      ))}
    </ul>
  );
}
