import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { envSchema } from '@/lib/env';

interface Service {
  image?: string;
  build?: string;
  command?: string[];
  environment?: Record<string, string>;
  volumes?: string[];
  ports?: string[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[] };
  restart?: string;
}

const compose = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
};
const services = Object.entries(compose.services);

/** The members of a service that this file uses, as the Compose specification names them. */
const known = 'image build command environment volumes ports depends_on healthcheck restart'.split(' ');

describe('docker-compose.yml', () => {
  test('has the five parts', () => {
    expect(Object.keys(compose.services)).toEqual(
      expect.arrayContaining(['postgres', 'redis', 'web', 'worker', 'mailpit']),
    );
  });

  test.each(services)('%s uses members of the specification and names an image', (_, service) => {
    expect(known).toEqual(expect.arrayContaining(Object.keys(service)));
    expect(service.image ?? service.build).toBeTruthy();
  });

  test.each(services)('%s waits only for what exists and can tell', (_, service) => {
    for (const [name, { condition }] of Object.entries(service.depends_on ?? {})) {
      const target = compose.services[name];
      expect(target, name).toBeDefined();
      if (condition === 'service_healthy') expect(target?.healthcheck?.test[0]).toBe('CMD');
      else expect(condition).toBe('service_completed_successfully');
      if (condition === 'service_completed_successfully') expect(target?.restart).toBe('no');
    }
  });

  test('keeps what must last in declared volumes', () => {
    for (const [name, { volumes = [] }] of services) {
      for (const volume of volumes) expect(compose.volumes, name).toHaveProperty(volume.split(':')[0]!);
    }
  });

  test('opens ports on this machine only', () => {
    for (const port of services.flatMap(([, { ports = [] }]) => ports))
      expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  test('sets only variables that the product knows', () => {
    for (const name of ['web', 'worker']) {
      const set = Object.keys(compose.services[name]?.environment ?? {});
      expect(Object.keys(envSchema.shape)).toEqual(expect.arrayContaining(set));
    }
  });
});

describe('Dockerfile', () => {
  const text = readFileSync('Dockerfile', 'utf8');

  test('runs on Node 24, in stages, as an ordinary user', () => {
    expect(text).toMatch(/^FROM node:24\S* AS base$/m);
    expect(text.match(/^FROM /gm)!.length).toBeGreaterThan(1);
    expect(text.match(/^USER (.+)$/m)?.[1]).toBe('node');
  });

  test('starts a file that exists', () => {
    const entry = JSON.parse(text.match(/^ENTRYPOINT (.+)$/m)![1]!) as string[];
    expect(existsSync(entry[1]!)).toBe(true);
  });
});
