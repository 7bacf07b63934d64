/**
 * Says where the pictures of a cleaned mail are. It is kept with the number of the file (`cid:2`), so that it can name
 * none but those of its own message, whatever becomes of the message: a copy of it has files of its own. In clean HTML
 * every `<` begins a tag, and no other `img` says `cid:`.
 */
export const placePictures = (html: string, files: readonly { id: string }[]): string =>
  html.replace(/<img src="cid:(\d{1,3})"/g, (whole, place: string) => {
    const file = files[Number(place) - 1];
    return file ? `<img src="/api/attachments/${file.id}/?inline=1"` : whole;
  });
