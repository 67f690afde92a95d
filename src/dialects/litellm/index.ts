import {defineDialect} from '../define.ts';
import {errorRows} from './errors.ts';
import {payloadRow} from './payload.ts';

export default defineDialect({
  id: 'litellm',
  title: 'The LiteLLM proxy and library',
  origin:
    'BerriAI/litellm litellm/_logging.py, router.py, proxy/common_request_processing.py, litellm_core_utils/exception_mapping_utils.py; run at 1.108.7',
  keywords: [
    'Exception occured - ',
    'Error occurred while trying to do fallbacks',
    'stream assembly raised (model=',
    'litellm.',
    'model_group',
  ],
  rows: [...errorRows, payloadRow],
});
