import {
  EuiHeader,
  EuiHeaderBreadcrumbs,
  EuiHeaderSection,
  EuiHeaderSectionItem,
  EuiIcon,
  useEuiTheme,
} from '@elastic/eui';
import type { History } from 'history';
import React, { type ReactNode } from 'react';
import { PRODUCT_NAME } from '../core/doc_title.ts';
import { internalLink } from '../core/internal_link.ts';
import type { AppBreadcrumb } from './app_mount.tsx';

interface ShellHeaderProps {
  readonly breadcrumbs: readonly AppBreadcrumb[];
  readonly history: History;
  /** At the end of the header. */
  readonly children: ReactNode;
}

const SECTION: readonly AppBreadcrumb[] = [{ text: 'Management' }, { text: 'Security' }];

/** Product name, the way to where one is, and what belongs to the user. */
export function ShellHeader({ breadcrumbs, history, children }: ShellHeaderProps) {
  const { colors, font, size } = useEuiTheme().euiTheme;
  return (
    <EuiHeader position="fixed" role="banner">
      <EuiHeaderSection grow={false}>
        <EuiHeaderSectionItem>
          <a
            {...internalLink(history, '/')}
            style={{
              display: 'flex',
              alignItems: 'center',
              gap: size.s,
              paddingInline: size.s,
              color: colors.textHeading,
              fontWeight: font.weight.semiBold,
              whiteSpace: 'nowrap',
            }}
          >
            <EuiIcon color="primary" size="l" type="key" />
            {PRODUCT_NAME}
          </a>
        </EuiHeaderSectionItem>
      </EuiHeaderSection>
      <EuiHeaderBreadcrumbs breadcrumbs={[...SECTION, ...breadcrumbs]} />
      <EuiHeaderSection side="right">
        <EuiHeaderSectionItem>{children}</EuiHeaderSectionItem>
      </EuiHeaderSection>
    </EuiHeader>
  );
}
