#!/bin/sh
# Vector reads the logs, callmill makes records of the lines, a second Vector sends them on.
# CALLMILL and VECTOR are the commands to run, with their arguments, split at spaces. LOG_TZ is the zone of times that have none.
set -eu
cd "$(dirname "$0")"
${VECTOR:-vector} --quiet --config upstream.yaml |
  ${CALLMILL:-callmill} --tz "${LOG_TZ:-UTC}" |
  ${VECTOR:-vector} --quiet --config downstream.yaml
