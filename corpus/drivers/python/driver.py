"""An ordinary application: it makes calls, logs failures the usual way, and says little when all is well.

Usage: driver.py BASE_URL LEVEL LOGGER MODE
  LEVEL   default | info | debug   (the root logger at WARNING, INFO, DEBUG)
  LOGGER  plain | json
  MODE    alone | eight            (one call after the other, or eight threads)
The calls are read from calls.json in the working directory.
"""

import inspect
import json
import logging
import sys
from concurrent.futures import ThreadPoolExecutor

import anthropic

LEVELS = {"default": logging.WARNING, "info": logging.INFO, "debug": logging.DEBUG}
PLAIN_FORMAT = "%(asctime)s %(levelname)s [%(threadName)s] %(name)s: %(message)s"
JSON_FORMAT = "%(asctime)s %(levelname)s %(name)s %(threadName)s %(message)s"

# The 2.x releases dropped this parameter; applications that still need it send it the long way round.
TAKES_TEMPERATURE = "temperature" in inspect.signature(anthropic.resources.Messages.create).parameters

logger = logging.getLogger("orders.assistant")


def main() -> None:
    base_url, level, kind, mode = sys.argv[1:5]
    set_up_logging(kind, LEVELS[level])
    with open("calls.json", encoding="utf-8") as file:
        calls = json.load(file)
    client = anthropic.Anthropic(base_url=base_url, api_key=calls[0]["apiKey"])
    if mode == "alone":
        for call in calls:
            run_call(client, call, kind)
        return
    with ThreadPoolExecutor(8, thread_name_prefix="worker") as pool:
        list(pool.map(lambda call: run_call(client, call, kind), calls))


def set_up_logging(kind: str, level: int) -> None:
    if kind == "plain":
        logging.basicConfig(format=PLAIN_FORMAT, level=level)
        return
    from pythonjsonlogger.json import JsonFormatter

    handler = logging.StreamHandler()
    handler.setFormatter(JsonFormatter(JSON_FORMAT))
    logging.basicConfig(handlers=[handler], level=level)


def run_call(client: anthropic.Anthropic, call: dict, kind: str) -> None:
    try:
        send(client_for(client, call), call)
        logger.info("Claude call done")
    except Exception as exc:
        if kind == "json":
            logger.exception("Claude call failed", extra={"trace_id": call["traceId"]})
        elif call["style"] == "full":
            logger.exception("Claude call failed")
        else:
            logger.error("Claude call failed: %s", exc)


def client_for(client: anthropic.Anthropic, call: dict) -> anthropic.Anthropic:
    if "baseUrl" in call:
        return client.with_options(base_url=call["baseUrl"])
    if call["apiKey"] != client.api_key:
        return client.with_options(api_key=call["apiKey"])
    return client


def send(client: anthropic.Anthropic, call: dict) -> None:
    params = dict(call["body"])
    params["extra_headers"] = {"x-mock-scenario": call["scenario"], "x-mock-call": str(call["call"])}
    if "temperature" in params and not TAKES_TEMPERATURE:
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


main()
