"""An application that asks Claude through LiteLLM as a library.

Usage: driver.py BASE_URL LEVEL LOGGER MODE
  LEVEL   default | info | debug   (the root logger at WARNING, INFO, DEBUG)
  LOGGER  plain
  MODE    alone | eight
The calls are read from calls.json in the working directory.
"""

import json
import logging
import sys
import warnings
from concurrent.futures import ThreadPoolExecutor

import os

os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"

import litellm  # noqa: E402

LEVELS = {"default": logging.WARNING, "info": logging.INFO, "debug": logging.DEBUG}
PLAIN_FORMAT = "%(asctime)s %(levelname)s [%(threadName)s] %(name)s: %(message)s"

warnings.simplefilter("ignore", DeprecationWarning)
logger = logging.getLogger("orders.assistant")


def main() -> None:
    base_url, level, _kind, mode = sys.argv[1:5]
    logging.basicConfig(format=PLAIN_FORMAT, level=LEVELS[level])
    with open("calls.json", encoding="utf-8") as file:
        calls = json.load(file)
    if mode == "alone":
        for call in calls:
            run_call(base_url, call)
        return
    with ThreadPoolExecutor(8, thread_name_prefix="worker") as pool:
        list(pool.map(lambda call: run_call(base_url, call), calls))


def run_call(base_url: str, call: dict) -> None:
    try:
        send(call.get("baseUrl", base_url), call)
    except Exception as exc:
        if call["style"] == "full":
            logger.exception("Claude call failed")
        else:
            logger.error("Claude call failed: %s", exc)


def headers(call: dict) -> dict:
    return {"x-mock-scenario": call["scenario"], "x-mock-call": str(call["call"])}


def question(call: dict) -> str:
    content = call["body"]["messages"][-1]["content"]
    return content if isinstance(content, str) else content[-1]["text"]


def send(base_url: str, call: dict) -> None:
    litellm.completion(
        model="anthropic/" + call["body"]["model"],
        max_tokens=call["body"]["max_tokens"],
        messages=[{"role": "user", "content": question(call)}],
        api_key=call["apiKey"],
        api_base=base_url,
        extra_headers=headers(call),
    )


main()
