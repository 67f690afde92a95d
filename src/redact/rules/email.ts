import type {RedactionRule} from '../rule.ts';

/** A JSON escape right before the address is not part of it: taking its letter would break the text around it. */
export const email: RedactionRule = {
  id: 'email',
  title: 'E-mail addresses',
  catches: () => [
    'metadata.user_id: «jane.doe+test@example.com» looks like an e-mail',
    'mail=\\n«someone@mail.example.org»',
    'from «jane-sales@anthropic.com» and «sales@anthropic.com.example.net»',
    '用户«zhang@example.com.cn»没有权限',
  ],
  spares: () => [
    [
      'or contact sales@anthropic.com to discuss your options',
      "the API's own messages name its desks: nobody's address",
    ],
    ['pip install callmill@1.2.3', 'a version'],
    ['logo@2x.png', 'a file name'],
    ['git@github.com:owner/repo', 'the user of every clone URL'],
    ['java.lang.Object@5e91993f', 'an identity hash'],
  ],
  leftovers: true,
  gate: /[\w+]@[\w]/i,
  pattern:
    /(?:\\[nrtbf]|\\u[0-9a-f]{4}|%[0-9a-f]{2})?(?<secret>[\w.+%\u00c0-\u024f-]{1,64}(?<!(?:^|[^\w.+%-])(?:sales|support)(?=@anthropic\.com(?!\.?[\w-]))|(?:^|[^\w.])git)@[\w\u00c0-\u024f-]{1,63}(?:\.[\w\u00c0-\u024f-]{1,63}){0,6}\.(?!(?:png|jpe?g|gif|webp|svg|ico|m?js|tsx?|css|py|json|md|so|jar)(?![\w.-]))[a-z]{2,24}(?!\w))/i,
};
