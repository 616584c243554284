import { EuiPage, EuiPageBody, EuiPageSection, EuiPageSidebar, EuiSkipLink } from '@elastic/eui';
import type { History } from 'history';
import React, { useEffect, useState, useSyncExternalStore } from 'react';
import type { CoreStart, ManagementApp } from '../../../public/index.ts';
import type { ColorMode } from '../core/color_mode.ts';
import type { Store } from '../core/store.ts';
import type { Toast } from '../core/toasts.ts';
import { type AppBreadcrumb, AppMount } from './app_mount.tsx';
import type { CurrentUser } from './current_user.ts';
import { NotFound } from './not_found.tsx';
import { appPath, placeOf } from './place.ts';
import { ShellHeader } from './shell_header.tsx';
import { SideNavigation } from './side_navigation.tsx';
import { ToastList } from './toast_list.tsx';
import { UserMenu } from './user_menu.tsx';

interface ShellProps {
  readonly app: ManagementApp;
  readonly colorMode: Store<ColorMode>;
  readonly core: CoreStart;
  readonly history: History;
  readonly toastList: Store<readonly Toast[]>;
  /** Absent where the console could not tell who is logged in. */
  readonly user: CurrentUser | undefined;
}

const CONTENT_ID = 'content';

const BELOW_HEADER = {
  boxSizing: 'border-box',
  minBlockSize: '100vh',
  paddingBlockStart: 'var(--euiFixedHeadersOffset, 0)',
} as const;

/** Header, side navigation and the management app in the middle of them. */
export function Shell({ app, colorMode, core, history, toastList, user }: ShellProps) {
  const pathname = useSyncExternalStore(history.listen, () => history.location.pathname);
  const place = placeOf(app.id, pathname);
  const [breadcrumbs, setBreadcrumbs] = useState<readonly AppBreadcrumb[]>([]);

  useEffect(() => {
    if (place === 'start') history.replace(appPath(app.id));
  }, [app, history, place]);

  return (
    <>
      <EuiSkipLink destinationId={CONTENT_ID} overrideLinkBehavior position="fixed">
        Skip to the content
      </EuiSkipLink>
      <ShellHeader breadcrumbs={breadcrumbs} history={history}>
        <UserMenu
          colorMode={colorMode}
          logoutHref={core.http.basePath.prepend('/logout')}
          user={user}
        />
      </ShellHeader>
      <EuiPage paddingSize="none" style={BELOW_HEADER}>
        <EuiPageSidebar minWidth={240} paddingSize="l" sticky>
          <SideNavigation app={app} history={history} isCurrent={place === 'app'} />
        </EuiPageSidebar>
        <EuiPageBody component="main" id={CONTENT_ID} tabIndex={-1}>
          <EuiPageSection color="plain" grow>
            {place === 'app' && (
              <AppMount app={app} history={history} setBreadcrumbs={setBreadcrumbs} />
            )}
            {place === 'nowhere' && (
              <NotFound app={app} docTitle={core.chrome.docTitle} history={history} />
            )}
          </EuiPageSection>
        </EuiPageBody>
      </EuiPage>
      <ToastList list={toastList} />
    </>
  );
}
