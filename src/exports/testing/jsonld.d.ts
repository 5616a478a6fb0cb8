// The two functions of the library that the tests call; it carries no types of its own.
declare module 'jsonld' {
  interface Options {
    readonly documentLoader: (url: string) => never;
    readonly safe: boolean;
  }
  const jsonld: {
    expand(document: unknown, options: Options): Promise<Record<string, unknown>[]>;
    toRDF(document: unknown, options: Options): Promise<unknown[]>;
  };
  export default jsonld;
}
