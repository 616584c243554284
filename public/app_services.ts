import { createContext, useContext } from 'react';
import type { ApiClient } from './api/client.ts';
import type { Toasts } from './kibana.ts';
import type { PageHistory } from './page_history.ts';

/** What every part of the page may use. */
export interface AppServices {
  readonly api: ApiClient;
  readonly toasts: Toasts;
  readonly history: PageHistory;
  /** ms since epoch */
  now(): number;
}

const Context = createContext<AppServices | undefined>(undefined);

export const AppServicesProvider = Context.Provider;

/** The page's services. Throws outside of `AppServicesProvider`. */
export function useAppServices(): AppServices {
  const services = useContext(Context);
  if (services === undefined) throw new Error('AppServicesProvider is missing');
  return services;
}
