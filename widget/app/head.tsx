/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from './boot';
import { tellHost } from './host';
import { Icon } from './icon';
import { useApp } from './state';

interface HeadProps {
  title: string;
  detail?: ComponentChildren;
  onBack?: () => void;
  /** Stands before the button that closes. */
  children?: ComponentChildren;
}

/** The bar above a screen. Its heading gets the focus when the screen is gone to, unless a field has it. */
export function Head({ title, detail, onBack, children }: HeadProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.hasFocus() && document.activeElement === document.body) heading.current?.focus();
  }, []);
  return (
    <header class="head">
      {onBack ? (
        <button type="button" class="icon-button" aria-label={t('back')} onClick={onBack}>
          <Icon name="back" mirrors />
        </button>
      ) : null}
      <div class="head-words">
        <h1 ref={heading} tabIndex={-1}>
          <bdi>{title}</bdi>
        </h1>
        {detail ? <p class="head-detail">{detail}</p> : null}
      </div>
      {children}
      <CloseButton />
    </header>
  );
}

export function CloseButton() {
  const { closes } = useApp();
  if (!closes) return null;
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={t('close')}
      onClick={() => tellHost({ type: 'close' })}
    >
      <Icon name="close" />
    </button>
  );
}
