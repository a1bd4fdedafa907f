using System.CommandLine;
using CodeAssist.Cli.Commands;
using CodeAssist.Cli.Connecting;
using CodeAssist.Cli.Output;
using CodeAssist.Models.Configuration;

namespace CodeAssist.Cli;

/// <summary>The command line: results on the output, everything else on the error stream, and an exit code.</summary>
public static class Cli
{
    /// <summary>
    /// Runs one command. Never throws: what goes wrong is one line on <paramref name="error"/> and the exit code.
    /// </summary>
    /// <param name="args">The arguments, without the tool's name.</param>
    /// <param name="output">Where results go.</param>
    /// <param name="error">Where messages, notes and progress go.</param>
    /// <param name="cancellation">Interrupts the command.</param>
    public static Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken cancellation) =>
        RunAsync(args, null, output, error, cancellation);

    /// <summary>The same, with the input that <c>host</c> reads; null is the process's own.</summary>
    internal static Task<int> RunAsync(string[] args, TextReader? input, TextWriter output, TextWriter error, CancellationToken cancellation) =>
        RunAsync(args, new Terminal(input, output, error), cancellation);

    /// <summary>The same on a terminal of the caller's.</summary>
    internal static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken cancellation)
    {
        try
        {
            var result = Root(terminal).Parse(DiagnosticArguments.Expand(args), new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (result.Errors.Count > 0)
            {
                terminal.Error(result.Errors[0].Message + " " + Texts.Get("SeeHelp"));
                return ExitCode.Usage;
            }

            using var telemetry = TelemetryExport.FromEnvironment();
            return await result.InvokeAsync(
                new InvocationConfiguration { Output = terminal.Output, Error = terminal.ErrorWriter, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null },
                cancellation).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            return Report(terminal, exception, cancellation);
        }
    }

    private static RootCommand Root(Terminal terminal) => new(Texts.Get("Tool"))
    {
        new AnalyzeCommand(terminal),
        new FixCommand(terminal),
        new VerifyCommand(terminal),
        new ExplainCommand(terminal),
        new BaselineCommand(terminal),
        new EvalCommand(terminal),
        new InjectCommand(terminal),
        new PromptCommand(terminal),
        new ModelCommand(terminal),
        new CacheCommand(terminal),
        new DoctorCommand(terminal),
        new HostCommand(terminal),
    };

    private static int Report(Terminal terminal, Exception exception, CancellationToken cancellation)
    {
        switch (exception)
        {
            case ToolException expected:
                terminal.Error(expected.Message);
                return expected.Code;
            case ConfigurationException fault:
                terminal.Error(fault.Message);
                return ExitCode.Usage;
            case OperationCanceledException when cancellation.IsCancellationRequested:
                terminal.Error(Texts.Get("Interrupted"));
                return ExitCode.Interrupted;
            default:
                terminal.Error(Texts.Get("InternalError", exception.GetType().Name, exception.Message));
                return ExitCode.Input;
        }
    }
}
