import { VizTooltipContainer } from '@grafana/ui';
import { useState, type MouseEvent, type ReactElement, type ReactNode } from 'react';

/** A box that follows the mouse over the shapes of a drawing. */
export function useTooltip(): {
  over: (content: ReactNode) => { onMouseMove: (event: MouseEvent) => void; onMouseLeave: () => void };
  tooltip: ReactElement | null;
} {
  const [shown, setShown] = useState<{ x: number; y: number; content: ReactNode }>();
  return {
    over: (content) => ({
      onMouseMove: (event) => setShown({ x: event.clientX, y: event.clientY, content }),
      onMouseLeave: () => setShown(undefined),
    }),
    tooltip: shown ? (
      <VizTooltipContainer position={shown} offset={{ x: 12, y: 12 }}>
        {shown.content}
      </VizTooltipContainer>
    ) : null,
  };
}
