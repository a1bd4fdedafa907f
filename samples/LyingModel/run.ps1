# Runs codeassist once for each reply of the lying model and prints one table. Ends by itself.
dotnet run --project $PSScriptRoot -- @args
exit $LASTEXITCODE
