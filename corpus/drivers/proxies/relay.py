"""A relay as people write it: takes the call, passes it on, hands back the answer. For uvicorn, hypercorn and gunicorn."""
import os

import httpx
from fastapi import FastAPI, Request
from fastapi.responses import Response

API = os.environ['API']
REFUSED = os.environ['REFUSED']
PASSED_ON = ('x-mock-scenario', 'x-mock-call', 'x-api-key', 'content-type')
app = FastAPI()


async def pass_on(url: str, request: Request) -> Response:
    headers = {name: value for name, value in request.headers.items() if name in PASSED_ON}
    try:
        async with httpx.AsyncClient(timeout=1) as client:
            answer = await client.post(url, content=await request.body(), headers=headers)
    except httpx.TimeoutException:
        return Response('upstream timed out', 504)
    except httpx.HTTPError:
        return Response('upstream is gone', 502)
    return Response(answer.content, answer.status_code, media_type=answer.headers.get('content-type'))


@app.post('/v1/messages')
async def messages(request: Request) -> Response:
    return await pass_on(f'{API}/v1/messages', request)


@app.post('/refused/v1/messages')
async def refused(request: Request) -> Response:
    return await pass_on(f'{REFUSED}/v1/messages', request)
