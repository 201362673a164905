// The package types only its converters.
declare module "opencc-js/dict/*" {
  /** `character becomes|character becomes|...` */
  const table: string;
  export default table;
}
