'use client';
import { useEffect, useState } from 'react';
import { type Tip, type TipWatch, watchTips } from './watch-tips';
import { whenOpened } from './when-opened';

const TooltipPart = whenOpened(() => import('./tooltip-part').then((file) => file.TooltipPart));

/** Shows the words of what the pointer rests on or the keyboard has reached. Once on a page. */
export function Tooltips() {
  const [tip, setTip] = useState<Tip | null>(null);
  const [watch, setWatch] = useState<TipWatch | null>(null);
  useEffect(() => {
    const watching = watchTips(setTip);
    setWatch(watching);
    return () => watching.stop();
  }, []);
  return <TooltipPart open={tip !== null} tip={tip} onClose={() => watch?.hide()} />;
}
