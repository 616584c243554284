/**
 * Of `@elastic/charts`: bars on axes of numbers. Any other export fails the build, here where it can
 * be added.
 */
export { Axis, BarSeries } from '@elastic/charts/dist/chart_types/xy_chart/specs/index.js';
export { Chart } from '@elastic/charts/dist/components/chart.js';
export { Settings } from '@elastic/charts/dist/specs/settings.js';
export { Tooltip } from '@elastic/charts/dist/specs/tooltip.js';
export { DARK_THEME } from '@elastic/charts/dist/utils/themes/dark_theme.js';
export { LIGHT_THEME } from '@elastic/charts/dist/utils/themes/light_theme.js';
