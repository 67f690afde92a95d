"""An application that asks Claude through LangChain.

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

from langchain_anthropic import ChatAnthropic

LEVELS = {"default": logging.WARNING, "info": logging.INFO, "debug": logging.DEBUG}
PLAIN_FORMAT = "%(asctime)s %(levelname)s [%(threadName)s] %(name)s: %(message)s"

warnings.simplefilter("ignore", DeprecationWarning)
logger = logging.getLogger("orders.assistant")


def main() -> None:
    base_url, level, _kind, mode = sys.argv[1:5]
    logging.basicConfig(format=PLAIN_FORMAT, level=LEVELS[level])
    with open("calls.json", encoding="utf-8") as file:
        calls = json.load(file)
    if level == "debug":
        from langchain_core.globals import set_debug

        set_debug(True)
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
    model = ChatAnthropic(
        model=call["body"]["model"],
        max_tokens=call["body"]["max_tokens"],
        api_key=call["apiKey"],
        base_url=base_url,
        default_headers=headers(call),
    )
    if call["stream"] == "none":
        model.invoke(question(call))
    else:
        for _chunk in model.stream(question(call)):
            pass


main()
