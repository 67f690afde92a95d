/** What one kind of secret looks like in free text. Data only; the redactor compiles all rules into one alternation. */
export interface RedactionRule {
  /** Shown in the output as `[REDACTED:id]`. */
  readonly id: string;
  readonly title: string;
  /** Linear: no nested or adjacent unbounded quantifiers, no look-behind that can be defeated by glued text, no `\b` before a prefix. */
  readonly pattern: RegExp;
  /** Texts in which something must be removed; each holds the secret between `«` and `»`, which the test strips. */
  readonly catches: readonly string[];
  /** Texts that must pass unchanged, each with the reason. */
  readonly spares: readonly (readonly [text: string, why: string])[];
}
