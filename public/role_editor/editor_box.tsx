import { EuiPanel, EuiSkeletonRectangle, useEuiTheme } from '@elastic/eui';
import React, { lazy, Suspense } from 'react';
import type { EditorProps } from './editor_props.ts';
import { EDITOR_HEIGHT, editorStyles } from './editor_styles.ts';
import { PlainEditor } from './plain_editor.tsx';

const LazyEditor = lazy(async () => {
  try {
    return { default: (await import('./json_editor.tsx')).JsonEditor };
  } catch {
    return { default: PlainEditor };
  }
});

/** The frame of the JSON editor; shows a skeleton of its size until its code is there. */
export function EditorBox({
  'data-test-subj': testSubj,
  ...props
}: EditorProps & { readonly 'data-test-subj': string }) {
  const { euiTheme } = useEuiTheme();
  return (
    <EuiPanel
      hasShadow={false}
      paddingSize="none"
      css={editorStyles(euiTheme, props.isInvalid)}
      data-test-subj={testSubj}
    >
      <Suspense fallback={<EuiSkeletonRectangle width="100%" height={EDITOR_HEIGHT} />}>
        <LazyEditor {...props} />
      </Suspense>
    </EuiPanel>
  );
}
