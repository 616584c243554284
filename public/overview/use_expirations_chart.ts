import { type ComponentType, useEffect, useState } from 'react';
import type { ExpirationsChartProps } from './expirations_chart.tsx';

export type ExpirationsChartCode =
  | { readonly state: 'loading' }
  | { readonly state: 'loaded'; readonly Chart: ComponentType<ExpirationsChartProps> }
  | { readonly state: 'failed' };

/**
 * Downloads the chart once it is wanted. That begins when the page is drawn, so that nothing waits
 * for it; where it fails it is tried again when the chart is wanted again.
 */
export function useExpirationsChart(isWanted: boolean): ExpirationsChartCode {
  const [code, setCode] = useState<ExpirationsChartCode>({ state: 'loading' });
  useEffect(() => {
    if (!isWanted) return;
    import('./expirations_chart.tsx').then(
      ({ ExpirationsChart }) => setCode({ state: 'loaded', Chart: ExpirationsChart }),
      () => setCode({ state: 'failed' }),
    );
  }, [isWanted]);
  return code;
}
