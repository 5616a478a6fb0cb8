// A minimal WebAssembly assembler: one function over a memory that it is given, from instructions as bytes.
// The numbers are those of the core specification, 2.0, binary format.

type Code = readonly number[];

/** Unsigned LEB128. */
function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 0x7f; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
  return [...bytes, rest];
}

/** Signed LEB128 of a number that is not negative: a sixth bit that is set asks for one more byte. */
function constant(value: number): number[] {
  const bytes = unsigned(value);
  const last = bytes.at(-1) ?? 0;
  return last & 0x40 ? [...bytes.slice(0, -1), last | 0x80, 0] : bytes;
}

const vector = (number: number): number[] => [0xfd, ...unsigned(number)];
/** Alignment is a hint: none is promised. */
const place = (offset: number): number[] => [0, ...unsigned(offset)];

/** Instructions by name; addresses are taken from the stack, with a constant offset where one is given. */
export const wasm = {
  get: (local: number): Code => [0x20, ...unsigned(local)],
  set: (local: number): Code => [0x21, ...unsigned(local)],
  tee: (local: number): Code => [0x22, ...unsigned(local)],
  i32: (value: number): Code => [0x41, ...constant(value)],
  add: [0x6a] as Code,
  multiply: [0x6c] as Code,
  isBelow: [0x49] as Code,
  loadI32: (offset: number): Code => [0x28, ...place(offset)],
  loadF32: (offset: number): Code => [0x2a, ...place(offset)],
  /** Repeats the body while it leaves something other than zero. */
  repeat: (...body: readonly Code[]): Code => [0x03, 0x40, ...body.flat(), 0x0d, 0, 0x0b],
  zeros: [...vector(0x0c), ...new Array<number>(16).fill(0)] as Code,
  splatF32: vector(0x13) as Code,
  /** Eight signed bytes as 16-bit numbers. */
  load8x8: (offset: number): Code => [...vector(0x01), ...place(offset)],
  store: (offset: number): Code => [...vector(0x0b), ...place(offset)],
  /** The first or last four 16-bit numbers as 32-bit ones. */
  firstFour: vector(0xa7) as Code,
  lastFour: vector(0xa8) as Code,
  toF32: vector(0xfa) as Code,
  addF32: vector(0xe4) as Code,
  multiplyF32: vector(0xe6) as Code,
};

const I32 = 0x7f;
const V128 = 0x7b;

/**
 * The bytes of a module whose function `run` takes one 32-bit number, local 0, and gives nothing; it imports `env.memory`.
 * @param integers how many further 32-bit locals there are, from 1 on
 * @param vectors how many vectors, behind them
 */
export function functionModule(integers: number, vectors: number, code: Code): Uint8Array<ArrayBuffer> {
  const named = (name: string) => [name.length, ...[...name].map((sign) => sign.charCodeAt(0))];
  const section = (number: number, content: Code) => [number, ...unsigned(content.length), ...content];
  const body = [2, ...unsigned(integers), I32, ...unsigned(vectors), V128, ...code, 0x0b];
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 1, I32, 0]),
    ...section(2, [1, ...named('env'), ...named('memory'), 2, 0, 0]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...named('run'), 0, 0]),
    ...section(10, [1, ...unsigned(body.length), ...body]),
  ]);
}
