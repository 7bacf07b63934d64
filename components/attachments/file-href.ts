/** Where a file comes from; `inline` for pictures that are shown in place. */
export const fileHref = (id: string, { inline = false } = {}): string =>
  `/api/attachments/${id}/${inline ? '?inline=1' : ''}`;
