import type { EuiThemeComputed } from '@elastic/eui';
import { css } from '@emotion/react';

export const EDITOR_HEIGHT = 200;

/** The colours of the page's theme, light or dark, for CodeMirror's classes and Lezer's `tok-` ones. */
export const editorStyles = (
  { colors, font, border, size }: EuiThemeComputed,
  invalid: boolean,
) => css`
  border: ${border.width.thin} solid ${invalid ? colors.danger : colors.borderBasePlain};
  &:focus-within {
    outline: ${border.width.thick} solid ${invalid ? colors.danger : colors.primary};
    outline-offset: -${border.width.thin};
  }
  .cm-editor {
    min-height: ${EDITOR_HEIGHT}px;
    max-height: 45vh;
    outline: none;
    color: ${colors.textParagraph};
    background: ${colors.backgroundBasePlain};
  }
  .cm-editor .cm-scroller {
    align-items: stretch !important; /* over CodeMirror's own, to let the gutter reach the end */
    font-family: ${font.familyCode};
    font-size: 0.875rem;
    line-height: 1.5;
  }
  .cm-content {
    min-height: ${EDITOR_HEIGHT}px;
    padding-block: ${size.s};
    outline: none;
    caret-color: ${colors.textHeading};
  }
  .cm-editor .cm-gutters {
    height: auto;
    color: ${colors.textSubdued};
    background: ${colors.backgroundBaseSubdued};
    border-color: ${colors.borderBaseSubdued};
  }
  .cm-editor .cm-content .cm-matchingBracket {
    color: ${colors.textPrimary};
    background: ${colors.backgroundBasePrimary};
  }
  .cm-editor .cm-content .cm-nonmatchingBracket {
    color: ${colors.textDanger};
    background: ${colors.backgroundBaseDanger};
  }
  .cm-editor .cm-tooltip {
    z-index: 1;
    color: ${colors.textParagraph};
    background: ${colors.backgroundBasePlain};
    border: ${border.width.thin} solid ${colors.borderBasePlain};
    border-radius: ${border.radius.small};
  }
  .cm-editor div.cm-tooltip-section {
    max-width: 320px;
    padding: ${size.xs} ${size.s};
    font-size: 0.875rem;
  }
  .cm-editor .cm-tooltip.cm-tooltip-autocomplete > ul {
    min-width: 200px;
    max-width: min(400px, 80vw);
    max-height: 240px;
    font-family: ${font.familyCode};
    white-space: normal;
    overflow-wrap: anywhere;
  }
  .cm-editor .cm-tooltip.cm-tooltip-autocomplete > ul > li {
    padding: ${size.xxs} ${size.s};
    line-height: 1.4;
  }
  .cm-editor .cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected] {
    color: ${colors.textInverse};
    background: ${colors.backgroundFilledPrimary};
  }
  .cm-editor .cm-completionDetail {
    display: block;
    margin: 0;
    font-family: ${font.family};
    font-size: 0.75rem;
    font-style: normal;
  }
  .cm-editor .cm-snippetField {
    background: ${colors.backgroundBaseSubdued};
  }
  .tok-propertyName {
    color: ${colors.textPrimary};
  }
  .tok-string {
    color: ${colors.textSuccess};
  }
  .tok-number,
  .tok-bool,
  .tok-null {
    color: ${colors.textAccent};
  }
`;
