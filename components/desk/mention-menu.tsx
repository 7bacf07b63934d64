'use client';
import { cx } from 'class-variance-authority';
import { useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { floatItemStyle, floatStyle } from '@/components/ui/float-style';
import type { MentionMenuState } from './use-mention-menu';

export const mentionOptionId = (menu: MentionMenuState, index: number) => `${menu.id}-${index}`;

/** Colleagues whose names begin as was typed behind the "@". Who may not see the ticket cannot be chosen. */
export function MentionMenu({ menu }: { menu: MentionMenuState }) {
  const t = useTranslations('notices.mention');
  return (
    <>
      <span role="status" className="sr-only">
        {menu.open ? t('count', { count: menu.options.length }) : null}
      </span>
      {menu.open ? (
        <div
          role="listbox"
          id={menu.id}
          aria-label={t('label')}
          tabIndex={-1}
          className={cx(
            floatStyle,
            'scrolling absolute start-3 bottom-full z-20 mb-1 max-h-72 w-80 max-w-[calc(100%-1.5rem)] p-1',
          )}
        >
          {menu.options.map((person, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the text box's, which keeps the focus
            <div
              key={person.id}
              role="option"
              id={mentionOptionId(menu, index)}
              tabIndex={-1}
              aria-selected={index === menu.index}
              aria-disabled={!person.can_see}
              data-highlighted={index === menu.index ? '' : undefined}
              data-disabled={person.can_see ? undefined : ''}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => menu.choose(person)}
              className={floatItemStyle}
            >
              <Avatar name={person.name} size={20} />
              <bdi className="min-w-0 flex-1 truncate">{person.name}</bdi>
              {person.can_see ? null : (
                <span className="shrink-0 text-micro text-ink-3">{t('cannotSee')}</span>
              )}
            </div>
          ))}
        </div>
      ) : null}
    </>
  );
}
