import { type ComponentType, useEffect, useState } from 'react';
import type { ExpirationsChartProps } from './expirations_chart.tsx';

export type ExpirationsChartCode =
  | { readonly state: 'loading' }
  | { readonly state: 'loaded'; readonly Chart: ComponentType<ExpirationsChartProps> }
  | { readonly state: 'failed' };

/**
 * Downloads the chart once it is wanted and the page has nothing else to do, so that nothing waits for
 * it; where it fails it is tried again when the chart is wanted again.
 */
export function useExpirationsChart(isWanted: boolean): ExpirationsChartCode {
  const [code, setCode] = useState<ExpirationsChartCode>({ state: 'loading' });
  useEffect(() => {
    if (!isWanted) return;
    return whenIdle(() => {
      import('./expirations_chart.tsx').then(
        ({ ExpirationsChart }) => setCode({ state: 'loaded', Chart: ExpirationsChart }),
        () => setCode({ state: 'failed' }),
      );
    });
  }, [isWanted]);
  return code;
}

/** Gives what calls it off. Safari cannot tell when it is idle. */
function whenIdle(act: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(act, 200);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(act);
  return () => cancelIdleCallback(handle);
}
