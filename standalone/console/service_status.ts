/** What a part of the console is able to do, in the words of Kibana's status API. */
export interface ServiceStatus {
  readonly level: 'available' | 'degraded' | 'unavailable';
  readonly summary: string;
}
