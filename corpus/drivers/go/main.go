// An ordinary application: it makes calls, logs failures the usual way, and says little when all is well.
//
// Usage: app BASE_URL LEVEL LOGGER MODE
//
//	LEVEL   default | debug   (debug: the SDK's option WithDebugLog)
//	LOGGER  plain | slog-text | slog-json | zap | zap-console | zerolog | logrus
//	MODE    alone | eight     (one call after the other, or eight goroutines)
//
// The calls are read from calls.json in the working directory.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"log"
	"log/slog"
	"os"
	"strconv"
	"sync"
	"time"

	"github.com/anthropics/anthropic-sdk-go"
	"github.com/anthropics/anthropic-sdk-go/option"
	"github.com/anthropics/anthropic-sdk-go/packages/param"
	"github.com/rs/zerolog"
	"github.com/sirupsen/logrus"
	"go.uber.org/zap"
)

type call struct {
	Call      int             `json:"call"`
	Scenario  string          `json:"scenario"`
	Style     string          `json:"style"`
	TraceID   string          `json:"traceId"`
	APIKey    string          `json:"apiKey"`
	BaseURL   string          `json:"baseUrl"`
	TimeoutMs int             `json:"timeoutMs"`
	Stream    string          `json:"stream"`
	Body      json.RawMessage `json:"body"`
}

// reporter is how this application logs: that a call failed, and that one went well.
type reporter struct {
	failed func(call, error)
	done   func(call)
}

func main() {
	baseURL, level, kind, mode := os.Args[1], os.Args[2], os.Args[3], os.Args[4]
	data, err := os.ReadFile("calls.json")
	if err != nil {
		panic(err)
	}
	var calls []call
	if err := json.Unmarshal(data, &calls); err != nil {
		panic(err)
	}
	options := []option.RequestOption{option.WithBaseURL(baseURL), option.WithAPIKey(calls[0].APIKey)}
	if level == "debug" {
		options = append(options, option.WithDebugLog(nil))
	}
	client := anthropic.NewClient(options...)
	report := newReporter(kind, level)
	workers := 1
	if mode == "eight" {
		workers = 8
	}
	queue := make(chan call)
	var group sync.WaitGroup
	for range workers {
		group.Add(1)
		go func() {
			defer group.Done()
			for one := range queue {
				if err := send(client, one); err != nil {
					report.failed(one, err)
				} else {
					report.done(one)
				}
			}
		}()
	}
	for _, one := range calls {
		queue <- one
	}
	close(queue)
	group.Wait()
}

func send(client anthropic.Client, one call) error {
	ctx := context.Background()
	params := param.Override[anthropic.MessageNewParams](one.Body)
	options := []option.RequestOption{
		option.WithHeader("x-mock-scenario", one.Scenario),
		option.WithHeader("x-mock-call", strconv.Itoa(one.Call)),
		option.WithAPIKey(one.APIKey),
	}
	if one.BaseURL != "" {
		options = append(options, option.WithBaseURL(one.BaseURL))
	}
	if one.TimeoutMs > 0 {
		options = append(options, option.WithRequestTimeout(time.Duration(one.TimeoutMs)*time.Millisecond))
	}
	if one.Stream == "none" {
		_, err := client.Messages.New(ctx, params, options...)
		return err
	}
	stream := client.Messages.NewStreaming(ctx, params, options...)
	message := anthropic.Message{}
	for stream.Next() {
		if one.Stream == "helper" {
			if err := message.Accumulate(stream.Current()); err != nil {
				return err
			}
		}
	}
	return stream.Err()
}

func newReporter(kind, level string) reporter {
	switch kind {
	case "slog-text":
		return slogReporter(slog.New(slog.NewTextHandler(os.Stderr, nil)))
	case "slog-json":
		return slogReporter(slog.New(slog.NewJSONHandler(os.Stderr, &slog.HandlerOptions{AddSource: true})))
	case "zap":
		return zapReporter(zap.Must(zap.NewProduction()))
	case "zap-console":
		return zapReporter(zap.Must(zap.NewDevelopment()))
	case "zerolog":
		logger := zerolog.New(os.Stderr).With().Timestamp().Logger()
		return reporter{
			failed: func(one call, err error) {
				logger.Error().Err(err).Str("trace_id", one.TraceID).Msg("Claude call failed")
			},
			done: func(call) { logger.Info().Msg("Claude call done") },
		}
	case "logrus":
		logger := logrus.New()
		return reporter{
			failed: func(one call, err error) {
				logger.WithError(err).WithField("trace_id", one.TraceID).Error("Claude call failed")
			},
			done: func(call) { logger.Info("Claude call done") },
		}
	}
	return plainReporter(level != "debug")
}

// plainReporter prints the dumps that the SDK's README suggests, for the calls that log the whole error; at debug they
// are in the log already.
func plainReporter(dumps bool) reporter {
	return reporter{
		failed: func(one call, err error) {
			var failure *anthropic.Error
			if dumps && one.Style == "full" && errors.As(err, &failure) {
				println(string(failure.DumpRequest(true)))
				println(string(failure.DumpResponse(true)))
			}
			log.Printf("Claude call failed: %v", err)
		},
		done: func(call) { log.Print("Claude call done") },
	}
}

func slogReporter(logger *slog.Logger) reporter {
	return reporter{
		failed: func(one call, err error) {
			logger.Error("Claude call failed", "err", err, "trace_id", one.TraceID)
		},
		done: func(call) { logger.Info("Claude call done") },
	}
}

func zapReporter(logger *zap.Logger) reporter {
	return reporter{
		failed: func(one call, err error) {
			logger.Error("Claude call failed", zap.Error(err), zap.String("trace_id", one.TraceID))
		},
		done: func(call) { logger.Info("Claude call done") },
	}
}
