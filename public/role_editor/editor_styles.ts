import type { EuiThemeComputed } from '@elastic/eui';
import { css } from '@emotion/react';

export const EDITOR_HEIGHT = 200;

/** The colours of the page's theme, light or dark, for CodeMirror's classes and Lezer's `tok-` ones. */
export const editorStyles = (
  { colors, font, border, size }: EuiThemeComputed,
  invalid: boolean,
) => css`
  overflow: hidden;
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
    color: ${colors.textParagraph};
    background: ${colors.backgroundBasePlain};
    border-color: ${colors.borderBasePlain};
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
