import React from 'react';
import { createRoot } from 'react-dom/client';
import { createDocTitle } from '../core/doc_title.ts';
import type { Host } from '../core/host.ts';
import { DocumentTheme } from '../core/theme.tsx';
import { LoginPage } from './login_page.tsx';
import { noticeIn } from './notice.ts';
import { signIn } from './sign_in.ts';

/** Shows the login page, and once logged in the page that was asked for. */
export function openLogin({ element, basePath, colorMode }: Host): void {
  createDocTitle(document).change('Log in');
  createRoot(element).render(
    <DocumentTheme colorMode={colorMode}>
      <LoginPage
        notice={noticeIn(window.location)}
        onSignedIn={(location) => window.location.assign(location)}
        signIn={(credentials) =>
          signIn(
            { basePath, currentURL: window.location.href, fetch: window.fetch.bind(window) },
            credentials,
          )
        }
      />
    </DocumentTheme>,
  );
}
