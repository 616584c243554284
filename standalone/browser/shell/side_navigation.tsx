import { EuiSideNav } from '@elastic/eui';
import type { History } from 'history';
import React, { useState } from 'react';
import type { ManagementApp } from '../../../public/index.ts';
import { internalLink } from '../core/internal_link.ts';
import { appPath } from './place.ts';

interface SideNavigationProps {
  readonly app: ManagementApp;
  readonly history: History;
  readonly isCurrent: boolean;
}

/** "Project settings → Management → Security → <app>"; folds up on a small screen. */
export function SideNavigation({ app, history, isCurrent }: SideNavigationProps) {
  const [isOpen, setIsOpen] = useState(false);
  const { href, onClick } = internalLink(history, appPath(app.id));
  return (
    <EuiSideNav
      heading="Project settings"
      headingProps={{ element: 'h2' }}
      isOpenOnMobile={isOpen}
      items={[
        {
          id: 'management',
          name: 'Management',
          items: [
            {
              id: 'security',
              name: 'Security',
              forceOpen: true,
              items: [
                {
                  id: app.id,
                  name: app.title,
                  href,
                  onClick(event) {
                    setIsOpen(false);
                    onClick(event);
                  },
                  isSelected: isCurrent,
                  ...(isCurrent && { 'aria-current': 'page' }),
                  'data-test-subj': 'managementNavApiKeys',
                },
              ],
            },
          ],
        },
      ]}
      mobileTitle="Project settings"
      toggleOpenOnMobile={() => setIsOpen(!isOpen)}
    />
  );
}
