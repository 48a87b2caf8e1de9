import {
  CameraIcon,
  CheckmarkCircleFillIcon,
  ExclamationmarkTriangleFillIcon,
  TrashIcon,
} from '@navikt/aksel-icons';
import { FileChoice } from './FileChoice.tsx';
import { formatBytes, formatPixels } from './format.ts';
import { Preview } from './Preview.tsx';
import { useText } from './TextContext.tsx';
import type { PartView } from './upload.state.ts';
import type { Part, Remark } from './upload.types.ts';

interface PickedPartProps {
  part: Part;
  view: PartView;
  onFile: (file: File) => void;
  onRemove: (part: Part) => void;
}

export function PickedPart({ part, view, onFile, onRemove }: PickedPartProps) {
  const { t, language } = useText();
  if (!view.stored) return null;
  const { file, result } = view.stored;
  const size = formatBytes(file?.size ?? result.bytes, language);
  const isPhoto = part === 'photo';
  return (
    <div className="picked">
      <Preview part={part} url={file?.previewUrl ?? null} />
      <div className="picked-facts">
        <b className="file-name">{file?.name ?? t('sentEarlier')}</b>
        <p className="small muted">
          {size}, {formatPixels(result.width, result.height, language)}
        </p>
        <Remarks remarks={result.remarks} />
        <div className="actions">
          <FileChoice
            part={part}
            name={t(isPhoto ? 'takeNewPhoto' : 'takeNewId')}
            camera
            className="btn text"
            onFile={onFile}
          >
            <CameraIcon aria-hidden />
            {t('takeNew')}
          </FileChoice>
          <button
            type="button"
            className="btn text"
            aria-label={t(isPhoto ? 'removePhoto' : 'removeId')}
            onClick={() => onRemove(part)}
          >
            <TrashIcon aria-hidden />
            {t('remove')}
          </button>
        </div>
      </div>
    </div>
  );
}

function Remarks({ remarks }: { remarks: Remark[] }) {
  const { t, language } = useText();
  if (remarks.length === 0) {
    return (
      <p className="remark c-ok">
        <CheckmarkCircleFillIcon aria-hidden />
        <span>{t('noRemarks')}</span>
      </p>
    );
  }
  return (
    <ul className="remarks">
      {remarks.map(({ code, texts }) => (
        <li key={code} className="remark c-warn">
          <ExclamationmarkTriangleFillIcon aria-hidden />
          <span>
            {texts[language].label}. {texts[language].remedy}
          </span>
        </li>
      ))}
    </ul>
  );
}
