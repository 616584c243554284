/** A line of a console's log or audit trail. */
export interface LogEntry {
  readonly 'log.level': string;
  readonly 'log.logger': string;
  readonly message: string;
  readonly event?: { readonly action?: string; readonly outcome?: string };
  readonly http?: {
    readonly request?: { readonly id?: string };
    readonly response?: { readonly status_code?: number; readonly bytes?: number };
  };
  readonly trace?: { readonly id?: string };
  readonly [field: string]: unknown;
}

/** The entries among what a console has written, without the lines for people. */
export const logEntries = (output: string): LogEntry[] =>
  output.split('\n').flatMap((line) => (line.startsWith('{') ? JSON.parse(line) : []));

export const isComplaint = (entry: LogEntry): boolean =>
  ['warn', 'error', 'fatal'].includes(entry['log.level']);
