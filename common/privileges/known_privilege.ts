/** A privilege that Elasticsearch knows by name, with a line on what it allows. */
export interface KnownPrivilege {
  readonly name: string;
  readonly meaning: string;
  /** `stack`: a serverless project lacks it; `serverless`: only a serverless project has it. */
  readonly where: 'everywhere' | 'stack' | 'serverless';
}

/** Name → meaning. */
type Meanings = Readonly<Record<string, string>>;

/** One list, by name, of what is written down by where it exists. */
export const knownPrivileges = (
  tables: Readonly<Partial<Record<KnownPrivilege['where'], Meanings>>>,
): readonly KnownPrivilege[] =>
  (['everywhere', 'stack', 'serverless'] as const)
    .flatMap((where) =>
      Object.entries(tables[where] ?? {}).map(([name, meaning]) => ({ name, meaning, where })),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1));

const MARKS = {
  everywhere: '',
  stack: ' Not on serverless.',
  serverless: ' Only on serverless.',
} as const;

/** The meaning, with a word where not every Elasticsearch has the privilege. */
export const meaningOf = ({ meaning, where }: KnownPrivilege): string => meaning + MARKS[where];
