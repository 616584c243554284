import { type Figure, isReached, type Unit } from '../figure.ts';

/** The figures as a table of Markdown, which reads in a terminal too. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.title,
    figure.sides,
    number(figure.value.median, figure.unit),
    `${number(figure.value.low, figure.unit)} – ${number(figure.value.high, figure.unit)}`,
    goal(figure),
    isReached(figure) ? 'yes' : '**no**',
    Object.entries(figure.made_of ?? {})
      .map(([name, value]) => `${name} ${number(value, '')}`)
      .join(', '),
  ]);
  const head = ['figure', 'of what', 'median', 'lowest – highest', 'goal', 'reached', 'made of'];
  return [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function goal({ reach, unit }: Figure): string {
  return 'atMost' in reach ? `≤ ${number(reach.atMost, unit)}` : `≥ ${number(reach.atLeast, unit)}`;
}

const number = (value: number, unit: Unit): string => {
  const digits = Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0;
  return `${Number(value.toFixed(digits)).toLocaleString('en')}${unit && ` ${unit}`}`;
};
