import { type Options, stringify } from 'csv-stringify/sync';

/**
 * A CSV file as an answer, made while it is sent: one page of rows is read when the reader has taken the one before,
 * and none any more once he is gone. All cells are quoted; what is in them is the caller's business (`safeCell`).
 */
export function csvAnswer(
  name: string,
  header: readonly string[],
  pages: AsyncGenerator<readonly (readonly string[])[]>,
): Response {
  const options: Options = { quoted: true, record_delimiter: '\r\n' };
  const encoder = new TextEncoder();
  let isBegun = false;
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = isBegun ? await pages.next() : { done: false, value: [header] };
        if (done) return controller.close();
        // spreadsheets take a file without this mark for one of their own country's encoding
        controller.enqueue(encoder.encode(`${isBegun ? '' : '\ufeff'}${stringify([...value], options)}`));
        isBegun = true;
      },
      async cancel() {
        await pages.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
    },
  });
}
