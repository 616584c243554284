import type { Fault } from './fault_proxy.ts';

/** What the console has to answer to whoever is hit by a fault. */
interface FaultAnswer {
  readonly statusCode: number;
  readonly message: RegExp;
  readonly retryAfter: string;
}

const MESSAGES: Readonly<Record<Fault, RegExp>> = {
  'refuses connections': /^Elasticsearch cannot be reached/,
  'resets the connection': /closed the connection/,
  hangs: /did not answer in time/,
  'speaks no HTTP': /closed the connection/,
  'answers in HTML': /is not Elasticsearch/,
  'is overloaded': /^not now$/,
  'is not available': /^Elasticsearch failed: not now/,
  'resets the connection in place of its answer': /closed the connection/,
  'hangs in place of its answer': /did not answer in time/,
  'trickles its answer': /did not answer in time/,
  'ends within the headers': /closed the connection/,
  'ends within the body': /closed the connection/,
  'answers with half of the JSON': /cannot be read/,
  'answers with an empty object': /not what it was asked for/,
  'answers with an array': /cannot be read/,
  'does not say that it is Elasticsearch': /is not Elasticsearch/,
};

export const answerTo = (fault: Fault): FaultAnswer => ({
  message: MESSAGES[fault],
  ...(fault === 'is overloaded'
    ? { statusCode: 429, retryAfter: '7' }
    : { statusCode: 503, retryAfter: '5' }),
});

/** Whether an answer takes as long as Elasticsearch is waited for. */
export const isSilent = (fault: Fault): boolean => /hang|trickle/.test(fault);
