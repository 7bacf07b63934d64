import { CopyButton } from '../developers/copy-button';

/** What is entered at a provider, line by line, to be copied: its names there, and the values. */
export function CopyList({ lines }: { lines: readonly { name: string; text: string }[] }) {
  return (
    <dl className="flex flex-col gap-2 border-s-2 border-line-strong ps-3 text-small">
      {lines.map(({ name, text }) => (
        <div key={name} className="flex flex-wrap items-center gap-x-3">
          <dt className="basis-full text-ink-3">{name}</dt>
          <dd dir="ltr" className="min-w-0 flex-1 font-mono text-micro font-normal wrap-anywhere">
            {text}
          </dd>
          <CopyButton text={text} />
        </div>
      ))}
    </dl>
  );
}
