import { useCallback, useRef, useState } from 'react';

/** The width of an element, kept up to date. */
export function useWidth(): [(element: HTMLElement | null) => void, number] {
  const [width, setWidth] = useState(0);
  const observer = useRef<ResizeObserver>(undefined);
  const attach = useCallback((element: HTMLElement | null) => {
    observer.current?.disconnect();
    if (element) {
      observer.current = new ResizeObserver(([entry]) => setWidth(Math.floor(entry.contentRect.width)));
      observer.current.observe(element);
    }
  }, []);
  return [attach, width];
}
