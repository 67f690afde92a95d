/** True for a value that is a valid call record; else `errors` says why. */
declare const validate: {
  (value: unknown): boolean;
  errors?: readonly {readonly instancePath: string; readonly message?: string}[] | null;
};
export default validate;
