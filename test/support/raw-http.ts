/** Uploads no browser would send. */
import http from 'node:http';

/** A PUT whose path nobody tidies up on the way, as `fetch` would. */
export function rawPut(url: string, body: Buffer): Promise<number> {
  const { hostname, port } = new URL(url);
  const path = url.slice(url.indexOf('/uploads'));
  return new Promise((resolve, reject) => {
    const request = http.request({ hostname, port, path, method: 'PUT' }, response => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** A PUT that begins and never ends. @returns how to stop it */
export function dripping(url: string): () => void {
  const request = http.request(url, { method: 'PUT', headers: { 'content-length': 1_000_000 } });
  request.on('error', () => undefined).write('x');
  return () => void request.destroy();
}

/** A PUT that is cut off halfway. */
export function breakOff(url: string, body: Buffer): Promise<void> {
  const { hostname, port, pathname } = new URL(url);
  return new Promise(resolve => {
    const headers = { 'content-length': body.length };
    const request = http.request({ hostname, port, path: pathname, method: 'PUT', headers });
    request.on('error', () => resolve());
    request.write(body.subarray(0, body.length / 2), () => request.destroy());
    request.on('close', () => resolve());
  });
}

/** A question answered as it comes: nothing is unpacked, and no header is sent that was not asked for. */
export function rawGet(url: string, headers: Record<string, string> = {}, method = 'GET') {
  type Answer = { status: number; headers: http.IncomingHttpHeaders; body: Buffer };
  return new Promise<Answer>((resolve, reject) => {
    const request = http.request(url, { method, headers }, response => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => void parts.push(part));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) });
      });
    });
    request.on('error', reject).end();
  });
}
