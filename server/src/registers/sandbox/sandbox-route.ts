/** What each register of the sandbox is: which right opens it and how it answers. */
import type { LiveWorld } from './live-world.ts';

export interface SandboxRequest {
  readonly method: string;
  /** Below the register's own address, decoded: ["api", "enheter", "310078417"]. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  /** Parsed JSON. */
  readonly body: unknown;
}

export interface SandboxReply {
  readonly status: number;
  readonly body?: unknown;
}

export interface SandboxRegister {
  /** Maskinporten scope a path wants; null for an open one. */
  scope(path: readonly string[]): string | null;
  answer(world: LiveWorld, request: SandboxRequest): SandboxReply;
}

export const ok = (body: unknown): SandboxReply => ({ status: 200, body });
export const status = (code: number, body?: unknown): SandboxReply => ({ status: code, body });

/** A field of the JSON that was sent. */
export function field(body: unknown, name: string): string {
  const value = (body as Record<string, unknown> | null)?.[name];
  return typeof value === 'string' ? value : '';
}
