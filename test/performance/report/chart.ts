import * as Plot from '@observablehq/plot';
import { JSDOM } from 'jsdom';

/** Of a console with so many keys: what each of its figures is. */
export type GrowthPoint = { readonly keys: number } & Readonly<Record<string, number>>;

/** An SVG with a line for each figure, over the number of keys; both axes logarithmic. */
export function growthChart(points: readonly GrowthPoint[]): string {
  const { document } = new JSDOM('').window;
  const data = points.flatMap(({ keys, ...figures }) =>
    Object.entries(figures).map(([figure, value]) => ({ keys, figure, value })),
  );
  const chart = Plot.plot({
    document,
    width: 760,
    height: 420,
    marginRight: 150,
    marginLeft: 56,
    style: 'background: white; color: black; font: 13px sans-serif',
    x: { type: 'log', label: 'keys', tickFormat: '~s', grid: true },
    y: { type: 'log', label: null, tickFormat: '~s', grid: true },
    marks: [
      Plot.line(data, { x: 'keys', y: 'value', stroke: 'figure', strokeWidth: 2 }),
      Plot.dot(data, { x: 'keys', y: 'value', fill: 'figure' }),
      Plot.text(
        data,
        Plot.selectLast({
          x: 'keys',
          y: 'value',
          z: 'figure',
          text: 'figure',
          textAnchor: 'start',
          dx: 8,
        }),
      ),
    ],
  });
  chart.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return `${chart.outerHTML}\n`;
}
