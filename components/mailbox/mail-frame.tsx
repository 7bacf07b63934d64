/** Nothing but text, styles and inlined pictures; links leave the frame for a tab of their own. */
const HEAD = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'"><base target="_blank">`;

/**
 * A mail's HTML in a frame without scripts, forms or our origin. Under it lies white paper, also in dark mode: a mail
 * that knows no dark mode is written for that.
 */
export function MailFrame({ html, title }: { html: string; title: string }) {
  return (
    <iframe
      title={title}
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      referrerPolicy="no-referrer"
      srcDoc={HEAD + html}
      className="mt-5 min-h-[26rem] w-full flex-1 rounded-control border border-line [background:white]"
    />
  );
}
