import type { ChangeEvent, ReactNode } from 'react';
import type { Part } from './upload.types.ts';

const CAMERA = { photo: 'user', id: 'environment' } as const;

interface FileChoiceProps {
  part: Part;
  name: string;
  camera?: boolean;
  className: string;
  onFile: (file: File) => void;
  children: ReactNode;
}

/** A file field that looks like what it does: on a phone `camera` opens the camera, elsewhere the file picker. */
export function FileChoice({ part, name, camera = false, className, onFile, children }: FileChoiceProps) {
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = '';
    if (file) onFile(file);
  };
  return (
    <label className={className}>
      <input
        type="file"
        className="sr"
        accept="image/jpeg,image/png"
        capture={camera ? CAMERA[part] : undefined}
        aria-label={name}
        onChange={choose}
      />
      {children}
    </label>
  );
}
