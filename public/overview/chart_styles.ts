/**
 * Where the layers of a chart lie. Kibana has the style sheet of its charts on every page; elsewhere
 * this is all of it that a chart of bars needs.
 */
export const CHART_STYLES = `
  .apiKeysTimelineChart {
    height: 100%;
    .echChart, .echChartContent, .echContainer {
      position: relative; width: 100%; height: 100%; overflow: hidden;
    }
    .echChartBackground, .echChartPointerContainer, .echChartResizer, .echCanvasRenderer,
    .echHighlighter, .echBrushTool, .echCrosshair, .echCrosshair__cursor, .echCrosshair__crossLine {
      position: absolute; inset: 0;
    }
    .echChartResizer { z-index: -1; }
    .echHighlighter, .echBrushTool, .echCrosshair { pointer-events: none; }
    .echChartStatus, .echScreenReaderOnly { display: none; }
  }
  [id^='echTooltipPortal'] { pointer-events: none; }
  .echTooltipPortal__invisible { position: fixed; visibility: hidden; }
`;
