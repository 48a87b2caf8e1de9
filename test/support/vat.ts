/** Orders whose orderers declare that the firm is not liable to VAT, placed by the desk's own use-case. */
import { type NewOrder, placeOrder } from '../../server/src/features/order/place-order.write.ts';
import type { Desk } from './desk.ts';
import { createFirm, createPerson, type Firm } from './factories.ts';
import { inTx, placingOf } from './orders.ts';

export interface Declared {
  readonly firm: Firm;
  readonly declarerId: string;
  readonly orderNumber: string;
}

interface Declaring {
  readonly at: Date;
  readonly firm?: Firm;
  readonly declarerId?: string;
  readonly name?: string;
  readonly role?: string | null;
}

export async function declareOrder(desk: Desk, given: Declaring): Promise<Declared> {
  const firm = given.firm ?? (await createFirm(desk));
  const declarerId = given.declarerId ?? (await createPerson(desk)).id;
  const { id: personId } = await createPerson(desk);
  const { name = 'Eva Erklærer', role = 'DAGL', at } = given;
  const orderer = { personId: declarerId, name, role, email: 'eva@firma.example', language: 'nb' } as const;
  const order: NewOrder = {
    ...{ organisationId: 1, unitId: firm.unit, mainUnitId: firm.main, scheme: 'CONSTRUCTION' },
    ...{ channel: 'PORTAL', payment: 'INVOICE', customerReference: null, delivery: null, vatDeclared: true },
    ...{ orderer, lines: [{ personId, startOn: null, postedWorker: false }], at },
  };
  const { number } = await inTx(desk, tx => placeOrder(tx, order, placingOf(desk)));
  return { firm, declarerId, orderNumber: number ?? '' };
}
