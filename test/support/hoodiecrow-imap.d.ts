/** What hoodiecrow-imap has and the tests use; it comes without types. */
declare module 'hoodiecrow-imap' {
  import type { Server, Socket } from 'node:net';

  type Handler = (connection: { readonly socket: Socket }, ...rest: unknown[]) => void;

  interface Imap {
    readonly server: Server;
    listen(port: number, host: string, listening: () => void): void;
    close(): void;
    getMailbox(path: string): { readonly messages: readonly { readonly raw: string }[] } | undefined;
    appendMessage(mailbox: unknown, flags: readonly string[], internalDate: string, raw: string): void;
    formatInternalDate(date: Date): string;
    getCommandHandler(command: string): Handler;
    setCommandHandler(command: string, handler: Handler): void;
  }

  function hoodiecrow(options: object): Imap;
  export = hoodiecrow;
}
