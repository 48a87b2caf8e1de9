const LINES = 'M60 177h180M150 66v230';

/** Where the face should be: an oval, the eye line and the middle. Light under blue, so that it is seen on any ground. */
export function FaceGuide() {
  return (
    <svg
      viewBox="0 0 300 400"
      aria-hidden="true"
      style={{ position: 'absolute', inset: 0, width: '100%', height: '100%' }}
      fill="none"
    >
      <g stroke="#ffffff" strokeWidth="3.5" opacity="0.6">
        <ellipse cx="150" cy="180" rx="76" ry="106" vectorEffect="non-scaling-stroke" />
        <path d={LINES} vectorEffect="non-scaling-stroke" />
      </g>
      <g stroke="#0062ba" strokeWidth="1.6" strokeDasharray="7 5">
        <ellipse cx="150" cy="180" rx="76" ry="106" vectorEffect="non-scaling-stroke" />
        <path d={LINES} vectorEffect="non-scaling-stroke" />
      </g>
    </svg>
  );
}
