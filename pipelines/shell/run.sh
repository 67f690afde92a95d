#!/bin/sh
# The given logs in order, or standard input; one record a line on standard output.
# CALLMILL is the command to run, with its arguments, split at spaces. LOG_TZ is the zone of times that have none.
set -eu
exec ${CALLMILL:-callmill} --tz "${LOG_TZ:-UTC}" "$@"
