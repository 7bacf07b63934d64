import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** One registry a process; /metrics of the web process prints it. Labels never hold ids or texts. */
export const registry = new Registry();
collectDefaultMetrics({ register: registry });

export const httpRequests = new Histogram({
  name: 'switchboard_http_request_seconds',
  help: 'Time of API requests by route',
  labelNames: ['method', 'path', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  registers: [registry],
});

export const socketsOpen = new Gauge({
  name: 'switchboard_sockets_open',
  help: 'Sockets connected to this process',
  registers: [registry],
});

export const eventsPublished = new Counter({
  name: 'switchboard_events_published_total',
  help: 'Events that this relay published',
  labelNames: ['type'],
  registers: [registry],
});

export const jobsDone = new Counter({
  name: 'switchboard_jobs_total',
  help: 'Jobs by name and result',
  labelNames: ['name', 'result'],
  registers: [registry],
});

/** Backlog, read from the database when /metrics is asked: it means the same in every process. */
export const backlog = new Gauge({
  name: 'switchboard_backlog',
  help: 'Rows that wait: events not published, mails not sent, tickets not assigned, tickets not read for search',
  labelNames: ['kind'],
  registers: [registry],
});
