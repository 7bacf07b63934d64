'use client';
import { useEffect } from 'react';
import { Later } from './later';
import { toastArea } from './toast';

/** Once the page stands and rests, what menus, dialogs and tooltips need is fetched: the first touch finds it there. */
export function AfterLoad() {
  useEffect(() => {
    const fetchAll = () => {
      toastArea.want();
      Later.askAll();
    };
    const ending = new AbortController();
    const rest = () => {
      if (typeof requestIdleCallback === 'undefined') setTimeout(fetchAll, 300);
      else requestIdleCallback(fetchAll, { timeout: 2_000 });
    };
    if (document.readyState === 'complete') rest();
    else window.addEventListener('load', rest, { once: true, signal: ending.signal });
    return () => ending.abort();
  }, []);
  return null;
}
