import { CameraIcon } from '@navikt/aksel-icons';
import { type DragEvent, useState } from 'react';
import { FileChoice } from './FileChoice.tsx';
import { formatLimit } from './format.ts';
import type { SizeLimits } from './sniff.ts';
import { useText } from './TextContext.tsx';
import type { Part } from './upload.types.ts';

interface DropZoneProps {
  part: Part;
  limits: SizeLimits;
  onFile: (file: File) => void;
}

export function DropZone({ part, limits, onFile }: DropZoneProps) {
  const { t } = useText();
  const [over, setOver] = useState(false);
  const take = t(part === 'photo' ? 'takePhoto' : 'takeId');
  const choose = t(part === 'photo' ? 'choosePhoto' : 'chooseId');
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  };
  const hover = (event: DragEvent) => {
    event.preventDefault();
    setOver(event.type === 'dragover');
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the two file fields inside do the same
    <div className={over ? 'drop over' : 'drop'} onDragOver={hover} onDragLeave={hover} onDrop={drop}>
      <FileChoice part={part} name={take} camera className="drop-main" onFile={onFile}>
        <CameraIcon aria-hidden />
        {take}
      </FileChoice>
      <p className="drop-other">
        {t('or')}{' '}
        <FileChoice part={part} name={choose} className="drop-file" onFile={onFile}>
          {t('chooseFile')}
        </FileChoice>
        <span>, {limitText(limits, t)}</span>
      </p>
    </div>
  );
}

function limitText(limits: SizeLimits, t: ReturnType<typeof useText>['t']): string {
  if (limits.maxBytesPerFile === null) return t('limitTotal', { size: formatLimit(limits.maxBytesTotal) });
  return t('limitPerFile', { size: formatLimit(limits.maxBytesPerFile) });
}
