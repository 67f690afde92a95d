"""An ordinary application that calls Claude through a cloud, logs failures the usual way, and says little when all is well.

Usage: driver.py CLIENT BASE_URL LEVEL LOGGER MODE
  CLIENT  boto3 | bedrock | vertex (bedrock and vertex are the clients of the Claude SDK)
  LEVEL   default | info | debug   (the root logger at WARNING, INFO, DEBUG)
  LOGGER  plain | json
  MODE    alone | eight            (one call after the other, or eight threads)
The calls are read from calls.json in the working directory, the keys from the environment.
"""

import json
import logging
import os
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

LEVELS = {"default": logging.WARNING, "info": logging.INFO, "debug": logging.DEBUG}
PLAIN_FORMAT = "%(asctime)s %(levelname)s [%(threadName)s] %(name)s: %(message)s"
JSON_FORMAT = "%(asctime)s %(levelname)s %(name)s %(threadName)s %(message)s"
BEDROCK = "us.anthropic.{}-v1:0"

logger = logging.getLogger("orders.assistant")
current = threading.local()


def main() -> None:
    kind_of_client, base_url, level, kind, mode = sys.argv[1:6]
    set_up_logging(kind, LEVELS[level])
    with open("calls.json", encoding="utf-8") as file:
        calls = json.load(file)
    client = {"boto3": Boto3, "bedrock": Bedrock, "vertex": Vertex}[kind_of_client](base_url)
    if mode == "alone":
        for call in calls:
            run_call(client, call, kind)
        return
    with ThreadPoolExecutor(8, thread_name_prefix="worker") as pool:
        list(pool.map(lambda call: run_call(client, call, kind), calls))


def set_up_logging(kind: str, level: int) -> None:
    # Their lines tell of handlers and of files, not of calls, and there are ten times as many.
    for name in ("botocore.hooks", "botocore.loaders"):
        logging.getLogger(name).setLevel(logging.INFO)
    if kind == "plain":
        logging.basicConfig(format=PLAIN_FORMAT, level=level)
        return
    from pythonjsonlogger.json import JsonFormatter

    handler = logging.StreamHandler()
    handler.setFormatter(JsonFormatter(JSON_FORMAT))
    logging.basicConfig(handlers=[handler], level=level)


def run_call(client, call: dict, kind: str) -> None:
    try:
        client.send(call)
        logger.info("Claude call done")
    except Exception as exc:
        if kind == "json":
            logger.exception("Claude call failed", extra={"trace_id": call["traceId"]})
        elif call["style"] == "full":
            logger.exception("Claude call failed")
        else:
            logger.error("Claude call failed: %s", exc)


class Boto3:
    """Odd calls use InvokeModel, even ones Converse; the streaming helper of the other SDKs is ConverseStream here."""

    def __init__(self, base_url: str) -> None:
        self.base_url = base_url
        self.client = self.make(base_url)
        self.short = self.make(base_url, read_timeout=0.4)

    def make(self, base_url: str, read_timeout: float = 60):
        import boto3
        from botocore.config import Config

        config = Config(retries={"mode": "standard", "max_attempts": 3}, read_timeout=read_timeout)
        client = boto3.client("bedrock-runtime", region_name="us-east-1", endpoint_url=base_url, config=config)
        client.meta.events.register("before-sign.bedrock-runtime", mark)
        return client

    def send(self, call: dict) -> None:
        client = self.short if "timeoutMs" in call else self.client
        if "baseUrl" in call:
            client = self.make(call["baseUrl"])
        current.call = call
        body = dict(call["body"])
        model = BEDROCK.format(body.pop("model"))
        if call["stream"] == "raw":
            for _event in client.invoke_model_with_response_stream(modelId=model, body=invoke_body(body))["body"]:
                pass
        elif call["stream"] == "helper":
            for _event in client.converse_stream(modelId=model, **converse_params(body))["stream"]:
                pass
        elif call["call"] % 2:
            answer = client.invoke_model(modelId=model, body=invoke_body(body))
            json.loads(answer["body"].read())
        else:
            client.converse(modelId=model, **converse_params(body))


def mark(request, **_) -> None:
    """Tells the mock what to do; a call stays on its thread."""
    request.headers["x-mock-scenario"] = current.call["scenario"]
    request.headers["x-mock-call"] = str(current.call["call"])


def invoke_body(body: dict) -> str:
    return json.dumps({"anthropic_version": "bedrock-2023-05-31", **body})


def converse_params(body: dict) -> dict:
    params = {
        "messages": [{"role": m["role"], "content": converse_content(m["content"])} for m in body["messages"]],
        "inferenceConfig": {"maxTokens": body["max_tokens"]},
    }
    if "temperature" in body:
        params["inferenceConfig"]["temperature"] = body["temperature"]
    if "system" in body:
        params["system"] = [{"text": body["system"]}]
    if "tools" in body:
        params["toolConfig"] = {"tools": [converse_tool(tool) for tool in body["tools"]]}
    return params


def converse_content(content) -> list:
    if isinstance(content, str):
        return [{"text": content}]
    import base64

    return [
        {"text": block["text"]}
        if block["type"] == "text"
        else {"image": {"format": "png", "source": {"bytes": base64.b64decode(block["source"]["data"])}}}
        for block in content
    ]


def converse_tool(tool: dict) -> dict:
    schema = {"json": tool["input_schema"]}
    return {"toolSpec": {"name": tool["name"], "description": tool["description"], "inputSchema": schema}}


class OfSdk:
    """What the two clients of the Claude SDK share."""

    def send(self, call: dict) -> None:
        client = self.client
        if "baseUrl" in call:
            client = client.with_options(base_url=self.url(call["baseUrl"]))
        params = dict(call["body"])
        params["model"] = self.model(params["model"])
        params["extra_headers"] = {"x-mock-scenario": call["scenario"], "x-mock-call": str(call["call"])}
        if "temperature" in params:
            params["extra_body"] = {"temperature": params.pop("temperature")}
        if "timeoutMs" in call:
            params["timeout"] = call["timeoutMs"] / 1000
        if call["stream"] == "raw":
            for _event in client.messages.create(**params, stream=True):
                pass
        elif call["stream"] == "helper":
            with client.messages.stream(**params) as stream:
                for _text in stream.text_stream:
                    pass
        else:
            client.messages.create(**params)


class Bedrock(OfSdk):
    def __init__(self, base_url: str) -> None:
        import anthropic

        self.client = anthropic.AnthropicBedrock(aws_region="us-east-1", base_url=self.url(base_url))

    def url(self, base_url: str) -> str:
        return base_url

    def model(self, name: str) -> str:
        return BEDROCK.format(name)


class Vertex(OfSdk):
    def __init__(self, base_url: str) -> None:
        import anthropic

        self.client = anthropic.AnthropicVertex(
            region="us-east5",
            project_id="marsh-heron",
            access_token=os.environ["VERTEX_TOKEN"],
            base_url=self.url(base_url),
        )

    def url(self, base_url: str) -> str:
        return base_url + "/v1"

    def model(self, name: str) -> str:
        return name[:-9] + "@" + name[-8:] if name[-8:].isdigit() else name


main()
