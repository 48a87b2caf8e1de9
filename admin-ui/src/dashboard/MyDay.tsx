import { PageHead } from '../shared/PageHead.tsx';

export function MyDay() {
  return <PageHead title="Min dag" />;
}
