/** What one kind of secret looks like in free text. Data only; the scrubber compiles all rules into one alternation. */
export interface RedactionRule {
  /** Shown in the output as `[REDACTED:id]`. */
  readonly id: string;
  readonly title: string;
  /** Texts in which something must be removed; each holds the secret between `«` and `»`, which the test strips. */
  readonly catches: () => readonly string[];
  /** Texts that must pass unchanged, each with the reason. */
  readonly spares: () => readonly (readonly [text: string, why: string])[];
  /**
   * A cheaper pattern that stands for the rule in the alternation. Must hit whenever the pattern does, in any case.
   * Only for rules whose pattern starts with a class that fits every word.
   */
  readonly gate?: RegExp;
  /** Looks only at what the earlier rules left: a password before the `@` of a URL does not make its host an address. */
  readonly leftovers?: true;
  /**
   * Linear: no nested or adjacent unbounded quantifiers, no look-behind that can be defeated by glued text, no `\b` before a prefix.
   * A group named `secret`, if there is one, ends where the match ends; only the group is replaced, what stands before it stays.
   */
  readonly pattern: RegExp;
}
