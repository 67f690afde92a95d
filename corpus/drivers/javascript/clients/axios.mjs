/** axios, as people call the API by hand. */
import axios from 'axios';

export function createClient() {
  return {
    async send({body, baseUrl, apiKey, headers, timeoutMs}) {
      await axios.post(`${baseUrl}/v1/messages`, body, {
        headers: {'x-api-key': apiKey, 'anthropic-version': '2023-06-01', ...headers},
        ...(timeoutMs === undefined ? {} : {timeout: timeoutMs}),
      });
    },
  };
}
