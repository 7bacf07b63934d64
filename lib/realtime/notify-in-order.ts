const NOTIFY = 'SELECT pg_notify($1, $2)';
/** Packets that leave in one statement. */
const MOST = 500;

interface Waiting {
  values: unknown[];
  resolve: (result: unknown) => void;
  reject: (error: unknown) => void;
}

type Query = (text: string, values?: unknown[]) => Promise<unknown>;

/**
 * Runs the adapter's statements. It sends one NOTIFY a packet and waits for none: a few hundred events at once would
 * be as many round trips. Here they wait in one line, in their order, and leave together; other statements pass
 * through.
 */
export function notifyInOrder(query: Query): Query {
  let line: Waiting[] = [];
  let leaving = false;
  const leave = async () => {
    leaving = true;
    while (line.length > 0) {
      const batch = line.slice(0, MOST);
      line = line.slice(MOST);
      const columns = [0, 1].map((column) => batch.map(({ values }) => values[column]));
      await query('SELECT pg_notify(c, p) FROM unnest($1::text[], $2::text[]) AS n (c, p)', columns).then(
        (result) => {
          for (const { resolve } of batch) resolve(result);
        },
        (error: unknown) => {
          for (const { reject } of batch) reject(error);
        },
      );
    }
    leaving = false;
  };
  return (text, values = []) => {
    if (text !== NOTIFY) return query(text, values);
    return new Promise((resolve, reject) => {
      line.push({ values, resolve, reject });
      // after this turn, so that what is told together leaves together
      if (!leaving) {
        leaving = true;
        setImmediate(leave);
      }
    });
  };
}
