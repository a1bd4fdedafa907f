#!/usr/bin/env bash
# Runs codeassist once for each reply of the lying model and prints one table. Ends by itself.
set -euo pipefail
exec dotnet run --project "$(dirname "${BASH_SOURCE[0]}")" -- "$@"
