/** Every outside register the desk asks, as one object: made in registers.parts.ts, given to services and jobs. */
import type { AaRegister } from './aa-register/aa-register.ts';
import type { AccessPoint } from './access-point/access-point.ts';
import type { DigitalMailbox } from './digital-mailbox/digital-mailbox.ts';
import type { Enhetsregisteret } from './enhetsregisteret/enhetsregisteret.ts';
import type { Folkeregisteret } from './folkeregisteret/folkeregisteret.ts';
import type { Oar } from './oar/oar.ts';
import type { Udi } from './udi/udi.ts';

export interface Registers {
  readonly enhetsregisteret: Enhetsregisteret;
  readonly folkeregisteret: Folkeregisteret;
  readonly aa: AaRegister;
  readonly oar: Oar;
  readonly udi: Udi;
  readonly mailbox: DigitalMailbox;
  readonly accessPoint: AccessPoint;
  /** Ends the kept connections. */
  close(): Promise<void>;
}
