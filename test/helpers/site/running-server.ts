import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { type IncomingHttpHeaders, request } from 'node:http';
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';

export interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Asks a server of this machine, on a connection of its own. */
export function ask(port: number, path: string, headers: Readonly<Record<string, string>>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers, agent: false }, async (response) => {
      const parts: Buffer[] = [];
      for await (const part of response) parts.push(part);
      resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) });
    });
    asked.on('error', reject).end();
  });
}

/** A port that nothing listens at. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** Waits until the server answers; fails with what it says when it ends or does not answer in time. */
export async function answering(running: ChildProcess, port: number): Promise<void> {
  let said = '';
  running.stderr?.on('data', (text) => {
    said += text;
  });
  for (let tries = 0; tries < 200; tries++) {
    assert.equal(running.exitCode, null, said);
    if (await ask(port, '/', {}).catch(() => undefined)) return;
    await setTimeout(50);
  }
  assert.fail(`no answer: ${said}`);
}

/** Ends a server and waits for its end. */
export async function stopped(running: ChildProcess | undefined): Promise<void> {
  if (running === undefined || running.exitCode !== null) return;
  const ended = new Promise((resolve) => running.once('exit', resolve));
  running.kill('SIGTERM');
  await ended;
}
