/** @jest-environment jsdom */
import { describePage } from './page_contract.tsx';

describePage('9.5');
