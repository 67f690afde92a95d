package com.example.orders;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.ObjectMappers;
import com.anthropic.core.RequestOptions;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.helpers.MessageAccumulator;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * An ordinary application: it makes calls, logs failures the usual way, and says little when all is well.
 *
 * Usage: java com.example.orders.Assistant BASE_URL LEVEL LOGGER MODE
 *   LEVEL   default | info | debug   (the SDK itself reads it from ANTHROPIC_LOG)
 *   LOGGER  logback | logback-json | log4j2 | log4j2-json
 *   MODE    alone | eight            (one call after the other, or eight threads)
 * The calls are read from calls.json in the working directory.
 */
public class Assistant {
    private static final JsonMapper JSON = ObjectMappers.jsonMapper();
    private static Logging LOG;

    public static void main(String[] args) throws Exception {
        String baseUrl = args[0];
        LOG = Logging.create(args[2]);
        List<JsonNode> calls = new ArrayList<>();
        JSON.readTree(new File("calls.json")).forEach(calls::add);
        String key = calls.get(0).get("apiKey").asText();
        AnthropicClient client = client(baseUrl, key);
        ExecutorService pool = Executors.newFixedThreadPool(args[3].equals("eight") ? 8 : 1);
        List<Future<?>> running = new ArrayList<>();
        for (JsonNode call : calls) {
            running.add(pool.submit(() -> run(clientFor(client, baseUrl, key, call), call)));
        }
        pool.shutdown();
        for (Future<?> one : running) one.get();
        System.exit(0);
    }

    static void run(AnthropicClient client, JsonNode call) {
        LOG.put("traceId", call.get("traceId").asText());
        try {
            send(client, call);
            LOG.info("Claude call done");
        } catch (Exception e) {
            if (call.get("style").asText().equals("full")) LOG.error("Claude call failed", e);
            else LOG.error("Claude call failed: " + e, null);
        } finally {
            LOG.clear();
        }
    }

    static AnthropicClient clientFor(AnthropicClient client, String baseUrl, String key, JsonNode call) {
        String ownKey = call.get("apiKey").asText();
        if (!call.has("baseUrl") && ownKey.equals(key)) return client;
        return client(call.has("baseUrl") ? call.get("baseUrl").asText() : baseUrl, ownKey);
    }

    static AnthropicClient client(String baseUrl, String key) {
        return AnthropicOkHttpClient.builder().fromEnv().baseUrl(baseUrl).apiKey(key).build();
    }

    static void send(AnthropicClient client, JsonNode call) throws Exception {
        MessageCreateParams params = MessageCreateParams.builder()
                .body(JSON.treeToValue(call.get("body"), MessageCreateParams.Body.class))
                .putAdditionalHeader("x-mock-scenario", call.get("scenario").asText())
                .putAdditionalHeader("x-mock-call", call.get("call").asText())
                .build();
        RequestOptions.Builder options = RequestOptions.builder();
        if (call.has("timeoutMs")) options.timeout(Duration.ofMillis(call.get("timeoutMs").asInt()));
        if (call.get("stream").asText().equals("none")) {
            client.messages().create(params, options.build());
            return;
        }
        MessageAccumulator whole = MessageAccumulator.create();
        try (StreamResponse<RawMessageStreamEvent> stream = client.messages().createStreaming(params, options.build())) {
            stream.stream().forEach(whole::accumulate);
        }
    }
}
