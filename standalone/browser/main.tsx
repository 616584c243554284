import { plugin } from '../../public/index.ts';
import { showIconsAtOnce } from './icons.ts';
import { openPage } from './open_page.ts';

showIconsAtOnce();
await openPage(async () => plugin());
