/** Node's own fetch, as people call the API by hand; NODE_DEBUG=undici shows its requests. */

export function createClient() {
  return {
    async send({body, baseUrl, apiKey, headers, timeoutMs, stream}) {
      const response = await fetch(`${baseUrl}/v1/messages`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-api-key': apiKey,
          'anthropic-version': '2023-06-01',
          ...headers,
        },
        body: JSON.stringify(stream === 'none' ? body : {...body, stream: true}),
        ...(timeoutMs === undefined ? {} : {signal: AbortSignal.timeout(timeoutMs)}),
      });
      if (!response.ok) throw new Error(`Claude API error: ${response.status} ${await response.text()}`);
      if (stream === 'none') await response.json();
      else await response.text();
    },
  };
}
