import { icon as boxesVertical } from '@elastic/eui/es/components/icon/assets/boxes_vertical';
import { icon as check } from '@elastic/eui/es/components/icon/assets/check';
import { icon as chevronSingleDown } from '@elastic/eui/es/components/icon/assets/chevron_single_down';
import { icon as chevronSingleRight } from '@elastic/eui/es/components/icon/assets/chevron_single_right';
import { icon as cross } from '@elastic/eui/es/components/icon/assets/cross';
import { icon as dot } from '@elastic/eui/es/components/icon/assets/dot';
import { icon as empty } from '@elastic/eui/es/components/icon/assets/empty';
import { icon as error } from '@elastic/eui/es/components/icon/assets/error';
import { icon as eye } from '@elastic/eui/es/components/icon/assets/eye';
import { icon as eyeSlash } from '@elastic/eui/es/components/icon/assets/eye_slash';
import { icon as info } from '@elastic/eui/es/components/icon/assets/info';
import { icon as key } from '@elastic/eui/es/components/icon/assets/key';
import { icon as lock } from '@elastic/eui/es/components/icon/assets/lock';
import { icon as logOut } from '@elastic/eui/es/components/icon/assets/log_out';
import { icon as magnify } from '@elastic/eui/es/components/icon/assets/magnify';
import { icon as menu } from '@elastic/eui/es/components/icon/assets/menu';
import { icon as moon } from '@elastic/eui/es/components/icon/assets/moon';
import { icon as plusCircle } from '@elastic/eui/es/components/icon/assets/plus_circle';
import { icon as refresh } from '@elastic/eui/es/components/icon/assets/refresh';
import { icon as sortDown } from '@elastic/eui/es/components/icon/assets/sort_down';
import { icon as sortUp } from '@elastic/eui/es/components/icon/assets/sort_up';
import { icon as sortable } from '@elastic/eui/es/components/icon/assets/sortable';
import { icon as sun } from '@elastic/eui/es/components/icon/assets/sun';
import { icon as trash } from '@elastic/eui/es/components/icon/assets/trash';
import { icon as user } from '@elastic/eui/es/components/icon/assets/user';
import { icon as warning } from '@elastic/eui/es/components/icon/assets/warning';
import { appendIconComponentCache } from '@elastic/eui/es/components/icon/icon';

/** Brings the icons of the first screens along; EUI would download each of them when it is shown. */
export const showIconsAtOnce = (): void =>
  appendIconComponentCache({
    boxesVertical,
    check,
    chevronSingleDown,
    chevronSingleRight,
    cross,
    dot,
    empty,
    error,
    eye,
    eyeSlash,
    info,
    key,
    lock,
    logOut,
    magnify,
    menu,
    moon,
    plusCircle,
    refresh,
    search: magnify,
    sortDown,
    sortUp,
    sortable,
    sun,
    trash,
    user,
    warning,
  });
