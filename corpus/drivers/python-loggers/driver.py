"""The application of drivers/python under the loggers that Python applications put in the place of logging's formats.

Usage: driver.py BASE_URL LEVEL LOGGER MODE
  LEVEL   default | info | debug   (WARNING, INFO, DEBUG)
  LOGGER  structlog | structlog-json | loguru | loguru-json | rich
  MODE    alone | eight
The calls are read from calls.json in the working directory.
"""

import inspect
import json
import logging
import sys
import warnings
from concurrent.futures import ThreadPoolExecutor

import anthropic

LEVELS = {"default": logging.WARNING, "info": logging.INFO, "debug": logging.DEBUG}

warnings.simplefilter("ignore", DeprecationWarning)


def main() -> None:
    base_url, level, kind, mode = sys.argv[1:5]
    log = SETUPS[kind](LEVELS[level])
    with open("calls.json", encoding="utf-8") as file:
        calls = json.load(file)
    client = anthropic.Anthropic(base_url=base_url, api_key=calls[0]["apiKey"])
    if mode == "alone":
        for call in calls:
            run_call(client, call, log)
        return
    with ThreadPoolExecutor(8, thread_name_prefix="worker") as pool:
        list(pool.map(lambda call: run_call(client, call, log), calls))


def structlog_logger(level, renderers):
    import structlog

    shared = [
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso"),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *renderers(structlog)],
    )
    handler = logging.StreamHandler()
    handler.setFormatter(formatter)
    logging.basicConfig(handlers=[handler], level=level)
    log = structlog.get_logger("orders.assistant")

    def failed(call, exc):
        if call["style"] == "full":
            log.exception("Claude call failed", trace_id=call["traceId"])
        else:
            log.error("Claude call failed", error=str(exc), trace_id=call["traceId"])

    return failed


def structlog_console(level):
    return structlog_logger(level, lambda structlog: [structlog.dev.ConsoleRenderer(colors=False)])


def structlog_json(level):
    def thread_name(_logger, _name, event):
        import threading

        event["thread_name"] = threading.current_thread().name
        return event

    return structlog_logger(
        level,
        lambda structlog: [thread_name, structlog.processors.format_exc_info, structlog.processors.JSONRenderer()],
    )


def loguru_logger(level, serialize):
    from loguru import logger

    class Intercept(logging.Handler):
        def emit(self, record):
            frame, depth = inspect.currentframe(), 0
            while frame and (depth == 0 or frame.f_code.co_filename == logging.__file__):
                frame, depth = frame.f_back, depth + 1
            logger.opt(depth=depth, exception=record.exc_info).log(record.levelname, record.getMessage())

    logging.basicConfig(handlers=[Intercept()], level=level)
    logger.remove()
    logger.add(sys.stderr, level=level, serialize=serialize, colorize=False)

    def failed(call, exc):
        log = logger.bind(trace_id=call["traceId"])
        if call["style"] == "full":
            log.exception("Claude call failed")
        else:
            log.error("Claude call failed: {}", exc)

    return failed


def rich_logger(level):
    from rich.logging import RichHandler

    logging.basicConfig(level=level, format="%(message)s", datefmt="[%X]", handlers=[RichHandler()])
    log = logging.getLogger("orders.assistant")

    def failed(call, exc):
        if call["style"] == "full":
            log.exception("Claude call failed")
        else:
            log.error("Claude call failed: %s", exc)

    return failed


SETUPS = {
    "structlog": structlog_console,
    "structlog-json": structlog_json,
    "loguru": lambda level: loguru_logger(level, False),
    "loguru-json": lambda level: loguru_logger(level, True),
    "rich": rich_logger,
}


def run_call(client, call, failed) -> None:
    try:
        send(client.with_options(base_url=call["baseUrl"]) if "baseUrl" in call else client, call)
    except Exception as exc:
        failed(call, exc)


def send(client: anthropic.Anthropic, call: dict) -> None:
    params = dict(call["body"])
    params["extra_headers"] = {"x-mock-scenario": call["scenario"], "x-mock-call": str(call["call"])}
    if "temperature" in params:
        params["extra_body"] = {"temperature": params.pop("temperature")}
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
