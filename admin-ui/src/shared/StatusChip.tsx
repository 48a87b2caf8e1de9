import Box from '@mui/material/Box';
import {
  ArrowCirclepathIcon,
  CheckmarkCircleFillIcon,
  CircleBrokenIcon,
  DiamondFillIcon,
  EnvelopeOpenFillIcon,
  ExclamationmarkTriangleFillIcon,
  HourglassTopFilledIcon,
  MinusCircleIcon,
  PaperplaneIcon,
  PencilFillIcon,
  SealCheckmarkFillIcon,
  TimerPauseFillIcon,
  XMarkOctagonFillIcon,
} from '@navikt/aksel-icons';
import type { ReactNode, SVGProps } from 'react';

function DashedRing({ fontSize }: SVGProps<SVGSVGElement>) {
  return (
    <svg
      aria-hidden="true"
      width={fontSize}
      height={fontSize}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
    >
      <circle cx="12" cy="12" r="8.5" strokeWidth="2" strokeDasharray="4 3" />
    </svg>
  );
}

const shapes = {
  approved: CheckmarkCircleFillIcon,
  exception: SealCheckmarkFillIcon,
  waits: HourglassTopFilledIcon,
  hold: TimerPauseFillIcon,
  attention: ExclamationmarkTriangleFillIcon,
  rejected: XMarkOctagonFillIcon,
  noAnswer: CircleBrokenIcon,
  notApplicable: MinusCircleIcon,
  ready: DiamondFillIcon,
  work: PencilFillIcon,
  unowned: DashedRing,
  post: EnvelopeOpenFillIcon,
  sending: PaperplaneIcon,
  attempt: ArrowCirclepathIcon,
};

export type StatusShape = keyof typeof shapes;
/** The form alone, where the word stands elsewhere. */
export function StatusIcon({ shape, size }: { shape: StatusShape; size: number }) {
  const Icon = shapes[shape];
  return <Icon aria-hidden fontSize={`${size}px`} />;
}

export type StatusTone = 'ok' | 'warn' | 'bad' | 'info' | 'neutral';

const toneOf: Record<StatusShape, StatusTone> = {
  approved: 'ok',
  exception: 'ok',
  waits: 'info',
  hold: 'neutral',
  attention: 'warn',
  rejected: 'bad',
  noAnswer: 'neutral',
  notApplicable: 'neutral',
  ready: 'info',
  work: 'neutral',
  unowned: 'neutral',
  post: 'ok',
  sending: 'info',
  attempt: 'neutral',
};

interface StatusChipProps {
  /** The form says the status together with the word; colour only repeats it. */
  shape: StatusShape;
  /** Only when the usual tone of the shape does not fit. */
  tone?: StatusTone;
  children: ReactNode;
}

export function StatusChip({ shape, tone = toneOf[shape], children }: StatusChipProps) {
  const Icon = shapes[shape];
  const colours =
    tone === 'neutral'
      ? { bgcolor: 'desk.tint2', color: 'desk.text', '& svg': { color: 'desk.text2' } }
      : { bgcolor: `desk.${tone}.tint`, color: `desk.${tone}.text`, '& svg': { color: `desk.${tone}.icon` } };
  return (
    <Box
      component="span"
      className="DeskChip"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: '5px',
        height: 24,
        px: 1,
        pl: 0.75,
        borderRadius: '4px',
        fontSize: '0.75rem',
        lineHeight: '16px',
        fontWeight: 500,
        whiteSpace: 'nowrap',
        ...colours,
      }}
    >
      <Icon aria-hidden fontSize="14px" />
      {children}
    </Box>
  );
}
