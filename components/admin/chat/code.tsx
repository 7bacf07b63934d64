import { CopyButton } from '../developers/copy-button';

/** A piece of code to take along. */
export function Code({ text }: { text: string }) {
  return (
    <div className="flex flex-wrap items-start gap-2 rounded-control bg-sunken p-3">
      <pre
        dir="ltr"
        className="min-w-0 flex-1 basis-60 py-1 font-mono text-micro font-normal wrap-anywhere whitespace-pre-wrap"
      >
        {text}
      </pre>
      <CopyButton text={text} />
    </div>
  );
}
