import { ArrowsCirclepathIcon } from '@navikt/aksel-icons';
import { formatBytes, quarter } from './format.ts';
import { Preview } from './Preview.tsx';
import { useText } from './TextContext.tsx';
import type { PartView } from './upload.state.ts';
import type { Part } from './upload.types.ts';

interface SendingPartProps {
  part: Part;
  view: PartView;
  onRetry: (part: Part) => void;
  onCancel: (part: Part) => void;
}

/** A chosen file on its way, or one that did not get through and is kept for another try. */
export function SendingPart({ part, view, onRetry, onCancel }: SendingPartProps) {
  const { t, language } = useText();
  if (!view.sending) return null;
  const { file, share, lost } = view.sending;
  return (
    <div className="picked">
      <Preview part={part} url={file.previewUrl} />
      <div className="picked-facts">
        <b className="file-name">{file.name}</b>
        <p className="small muted">{formatBytes(file.size, language)}</p>
        {!lost && <Progress share={share} />}
        <p role="alert" className="small c-bad">
          {lost && t('uploadLost')}
        </p>
        <div className="actions">
          {lost && (
            <button type="button" className="btn text" onClick={() => onRetry(part)}>
              <ArrowsCirclepathIcon aria-hidden />
              {t('retry')}
            </button>
          )}
          <button type="button" className="btn text" onClick={() => onCancel(part)}>
            {t('cancel')}
          </button>
        </div>
      </div>
    </div>
  );
}

function Progress({ share }: { share: number }) {
  const { t } = useText();
  const percent = Math.round(share * 100);
  const sentence = share >= 1 ? t('checking') : t('uploading', { percent });
  return (
    <>
      <div
        className="progress"
        role="progressbar"
        aria-label={t('uploading', { percent })}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <div style={{ width: `${percent}%` }} />
      </div>
      <p className="small muted" aria-hidden="true">
        {sentence}
      </p>
      <p role="status" className="sr">
        {share >= 1 ? t('checking') : t('uploading', { percent: quarter(share) })}
      </p>
    </>
  );
}
