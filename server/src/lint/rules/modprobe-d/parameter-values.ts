/** What the kernel's own types of module parameters take. */
interface ValueType {
  /** For people. */
  readonly takes: string;
  /** Whether a bare `NAME` counts as true. */
  readonly isFlag?: boolean;
  accepts(value: string): boolean;
}

/** kstrtobool() of the kernel looks at the first letter, and at the second behind an `o`. */
const bool: ValueType = {
  takes: '`Y` or `N`',
  isFlag: true,
  accepts: (value) => /^([yYnNtTfF01]|[oO][nNfF])/.test(value),
};

function integer(minimum: bigint, maximum: bigint): ValueType {
  return {
    takes: `a number from ${minimum} to ${maximum}`,
    accepts(value) {
      const number = numberOf(value, minimum < 0n);
      return number !== undefined && number >= minimum && number <= maximum;
    },
  };
}

/** kstrto…() of the kernel: decimal, `0x…`, or octal behind a `0`. */
function numberOf(value: string, isSigned: boolean): bigint | undefined {
  const parts = /^([+-]?)(0[xX][0-9a-fA-F]+|0[0-7]*|[1-9][0-9]*)$/.exec(value);
  const [, sign, digits] = parts ?? [];
  if (digits === undefined || digits.length > 40 || (sign === '-' && !isSigned)) return undefined;
  const isOctal = /^0[0-7]+$/.test(digits);
  const number = BigInt(isOctal ? `0o${digits.slice(1)}` : digits);
  return sign === '-' ? -number : number;
}

const unsigned = (bits: bigint) => integer(0n, 2n ** bits - 1n);
const signed = (bits: bigint) => integer(-(2n ** (bits - 1n)), 2n ** (bits - 1n) - 1n);

const types: Readonly<Record<string, ValueType>> = {
  bool,
  invbool: bool,
  bint: bool,
  byte: unsigned(8n),
  short: signed(16n),
  ushort: unsigned(16n),
  int: signed(32n),
  uint: unsigned(32n),
  hexint: unsigned(32n),
  long: signed(64n),
  ulong: unsigned(64n),
  ullong: unsigned(64n),
};

const arrayOf = 'array of ';

/**
 * @param type as .modinfo has it: `bool`, `int`, `array of int`, …
 * @param value what is behind the `=`; undefined without one
 * @returns what is wrong with the value, for people; undefined where nothing is or the type is none of the kernel's own
 */
export function problemOfValue(type: string, value: string | undefined): string | undefined {
  const isArray = type.startsWith(arrayOf);
  const name = isArray ? type.slice(arrayOf.length) : type;
  if (!Object.hasOwn(types, name)) return undefined;
  const known = types[name]!;
  if (value === undefined) return known.isFlag && !isArray ? undefined : `it needs a value: ${known.takes}`;
  const values = isArray ? value.split(',') : [value];
  const wrong = values.find((each) => !known.accepts(each));
  if (wrong === undefined) return undefined;
  return isArray ? `each of its values is ${known.takes}` : `it takes ${known.takes}`;
}
