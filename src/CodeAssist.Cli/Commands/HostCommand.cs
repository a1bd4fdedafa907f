using System.CommandLine;
using CodeAssist.Cli.Hosting;
using CodeAssist.Cli.Output;

namespace CodeAssist.Cli.Commands;

/// <summary><c>codeassist host</c>: serves the IDE's code fix over standard input and output.</summary>
internal sealed class HostCommand : Command
{
    private readonly Terminal _terminal;

    public HostCommand(Terminal terminal)
        : base("host", Texts.Get("HostHelp"))
    {
        _terminal = terminal;
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        using var access = ModelAccess.Open();
        await using var server = new HostServer(access, _terminal.Input, _terminal.Output);
        await server.RunAsync(cancellation).ConfigureAwait(false);
        return ExitCode.Done;
    }
}
