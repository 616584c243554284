import { EuiIcon, EuiPanel, EuiSpacer, EuiText, EuiTitle, useEuiTheme } from '@elastic/eui';
import React, { type ComponentProps } from 'react';
import { PRODUCT_NAME } from '../core/doc_title.ts';
import { LoginForm } from './login_form.tsx';

/** The document at `/login`. */
export function LoginPage(form: ComponentProps<typeof LoginForm>) {
  const { colors, size } = useEuiTheme().euiTheme;
  return (
    <main
      style={{
        boxSizing: 'border-box',
        minBlockSize: '100vh',
        padding: `max(${size.l}, 12vh) ${size.base} ${size.l}`,
        backgroundColor: colors.backgroundBaseSubdued,
      }}
    >
      <div style={{ maxInlineSize: 400, marginInline: 'auto', textAlign: 'center' }}>
        <EuiPanel
          borderRadius="m"
          grow={false}
          hasShadow
          paddingSize="m"
          style={{ inlineSize: 'fit-content', marginInline: 'auto', lineHeight: 0 }}
        >
          <EuiIcon color="primary" size="xl" type="key" />
        </EuiPanel>
        <EuiSpacer size="l" />
        <EuiTitle size="l">
          <h1>{PRODUCT_NAME}</h1>
        </EuiTitle>
        <EuiSpacer size="l" />
        <EuiPanel paddingSize="l" style={{ textAlign: 'start' }}>
          <LoginForm {...form} />
        </EuiPanel>
        <EuiSpacer size="l" />
        <EuiText color="subdued" size="s">
          <p>
            Log in as a user of your Elasticsearch cluster. API keys are for programs and cannot be
            used to log in here.
          </p>
        </EuiText>
      </div>
    </main>
  );
}
