import { useSyncExternalStore } from 'react';

const CHANGED = 'deskpulse-location';

/** Goes to an address of this app without loading the page anew. */
export function navigate(url: string, replace = false): void {
  if (url === window.location.pathname + window.location.search) {
    return;
  }
  window.history[replace ? 'replaceState' : 'pushState'](null, '', url);
  window.dispatchEvent(new Event(CHANGED));
}

/** The path and the query of the address bar. */
export function useAddress(): string {
  return useSyncExternalStore(subscribe, () => window.location.pathname + window.location.search);
}

/**
 * Makes plain links between dashboards, such as those of table cells, change only the view. Links that open another tab or leave
 * the app stay what they are.
 */
export function keepLinksInApp(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (!(link instanceof HTMLAnchorElement) || link.target === '_blank' || link.origin !== window.location.origin) {
      return;
    }
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
      return;
    }
    event.preventDefault();
    navigate(link.pathname + link.search);
  });
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  window.addEventListener(CHANGED, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(CHANGED, listener);
  };
}
