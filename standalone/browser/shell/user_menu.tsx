import {
  EuiAvatar,
  EuiContextMenuItem,
  EuiContextMenuPanel,
  EuiHeaderSectionItemButton,
  EuiPopover,
} from '@elastic/eui';
import React, { useState } from 'react';
import type { ColorMode } from '../core/color_mode.ts';
import { type Store, useStore } from '../core/store.ts';
import type { CurrentUser } from './current_user.ts';

interface UserMenuProps {
  readonly colorMode: Store<ColorMode>;
  readonly logoutHref: string;
  readonly user: CurrentUser | undefined;
}

/** Who is logged in, light or dark, and the way out. */
export function UserMenu({ colorMode, logoutHref, user }: UserMenuProps) {
  const [isOpen, setIsOpen] = useState(false);
  const otherMode = useStore(colorMode) === 'light' ? 'dark' : 'light';
  const name = user?.full_name ?? user?.username ?? 'Unknown user';
  return (
    <EuiPopover
      anchorPosition="downRight"
      // Narrower than the gap between button and window, or it would open to the left instead.
      buffer={4}
      aria-label="User menu"
      button={
        <EuiHeaderSectionItemButton
          aria-expanded={isOpen}
          aria-haspopup="true"
          aria-label="User menu"
          data-test-subj="userMenuButton"
          onClick={() => setIsOpen(!isOpen)}
        >
          {/* Without a name: as a tooltip it would cover the menu. */}
          <EuiAvatar
            aria-hidden
            name=""
            size="s"
            {...(user === undefined ? { iconType: 'user' } : { initials: name.charAt(0) })}
          />
        </EuiHeaderSectionItemButton>
      }
      closePopover={() => setIsOpen(false)}
      isOpen={isOpen}
      panelPaddingSize="none"
      repositionOnScroll
    >
      <EuiContextMenuPanel
        items={[
          <EuiContextMenuItem
            data-test-subj="colorModeToggle"
            icon={otherMode === 'dark' ? 'moon' : 'sun'}
            key="color_mode"
            onClick={() => colorMode.set(otherMode)}
          >
            {otherMode === 'dark' ? 'Use dark mode' : 'Use light mode'}
          </EuiContextMenuItem>,
          <EuiContextMenuItem
            data-test-subj="logoutLink"
            href={logoutHref}
            icon="logOut"
            key="logout"
          >
            Log out
          </EuiContextMenuItem>,
        ]}
        title={name}
      />
    </EuiPopover>
  );
}
