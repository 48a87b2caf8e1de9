import { useQuery } from '@tanstack/react-query';
import { useMay } from '../../session.ts';
import { ApprovalWord } from '../firm-registers/ApprovalWord.tsx';
import { getStanding } from '../firm-registers/firm-register.provider.ts';
import { registers } from '../firm-registers/register-filter.rules.ts';
import { useOrderDesk } from './OrderContext.tsx';

const WAITS = ['PENDING', 'REJECTED'];

/** Why a line waits for the approval of its firm, and what the firm must do; nothing of the application itself. */
export function OrderApproval() {
  const { order, line } = useOrderDesk();
  const may = useMay()('firm-register', 'read');
  const register = registers.find(one =>
    line.checks.some(check => check.register === one && WAITS.includes(check.outcome)),
  );
  const { orgNumber } = order.mainUnit;
  const { data } = useQuery({
    queryKey: ['firm-register', 'standing', register, orgNumber],
    queryFn: ({ signal }) => (register ? getStanding(register, orgNumber, signal) : null),
    enabled: may && register !== undefined,
  });
  if (!register || data === undefined) return null;
  return <ApprovalWord standing={data} />;
}
