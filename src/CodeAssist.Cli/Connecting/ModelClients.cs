using CodeAssist.Models;

namespace CodeAssist.Cli.Connecting;

/// <summary>What every command adds to the models that it asks.</summary>
internal static class ModelClients
{
    /// <summary>Switches the log of requests on.</summary>
    public const string LogVariable = "CODEASSIST_LOG";

    /// <summary>The options, as the environment asks for them.</summary>
    public static ModelClientOptions Options => new()
    {
        Logger = Environment.GetEnvironmentVariable(LogVariable) is "on" or "1" ? new ErrorStreamLogger(Console.Error) : null,
    };
}
