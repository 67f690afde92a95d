import {defineDialect} from '../define.ts';
import {awsJs} from './aws-js.ts';
import {botoErrors} from './boto.ts';
import {botoDebug} from './boto-debug.ts';
import {awsLogs} from './invocation-log.ts';
import {sdkTexts} from './sdk-texts.ts';

export default defineDialect({
  id: 'bedrock',
  title: "Claude on Amazon Bedrock: AWS's SDKs and AWS's own logs",
  origin:
    'boto/botocore botocore/exceptions.py, endpoint.py, retries/standard.py; smithy-lang/smithy-typescript middleware-stack loggers; aws/smithy-go errors.go; aws/aws-sdk-java-v2 AwsServiceException; Bedrock model invocation logs; run: boto3 1.44.8, @aws-sdk/client-bedrock-runtime 3.1164.0, aws-sdk-go-v2 bedrockruntime 1.63.12; Java from source',
  keywords: [
    'calling the InvokeModel',
    'calling the Converse',
    'endpoint URL:',
    'OperationModel(name=InvokeModel',
    'OperationModel(name=Converse',
    'Sending http request: <AWS',
    'POST /model/',
    'x-amzn-',
    'Exception received when sending',
    'Retry needed, ',
    '/botocore/eventstream.py',
    'operation error Bedrock Runtime',
    'Service: BedrockRuntime',
    'BedrockRuntimeClient',
    '$metadata',
    'ModelInvocationLog',
    'bedrock.amazonaws.com',
  ],
  rows: [...botoDebug, ...botoErrors, ...awsJs, ...sdkTexts, ...awsLogs],
});
