using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CodeAssist.Analyzers.Exceptions;

/// <summary>The logging methods of Microsoft.Extensions.Logging, Serilog, NLog and log4net, and their levels.</summary>
internal sealed class LoggingMethods
{
    // The types that declare the methods which people call, or that loggers derive from.
    private static readonly string[] Owners =
    [
        "Microsoft.Extensions.Logging.LoggerExtensions", "Serilog.ILogger", "Serilog.Log", "NLog.ILogger", "NLog.ILoggerBase", "NLog.Logger", "log4net.ILog",
    ];

    private static readonly HashSet<string> AlarmingNames =
    [
        "LogWarning", "LogError", "LogCritical", "Warning", "Warn", "Error", "Fatal", "WarnFormat", "ErrorFormat", "FatalFormat",
    ];

    private static readonly HashSet<string> QuietNames =
    [
        "LogTrace", "LogDebug", "LogInformation", "Verbose", "Trace", "Debug", "Information", "Info", "DebugFormat", "InfoFormat",
    ];

    // Methods whose level is an argument.
    private static readonly HashSet<string> LeveledNames = ["Log", "Write"];

    private static readonly HashSet<string> AlarmingLevels = ["Warning", "Warn", "Error", "Critical", "Fatal"];

    private readonly HashSet<INamedTypeSymbol> _owners;

    private LoggingMethods(HashSet<INamedTypeSymbol> owners) => _owners = owners;

    /// <summary>The logging methods that a compilation knows; null where it knows none.</summary>
    public static LoggingMethods? Of(RuleContext context)
    {
        var owners = new HashSet<INamedTypeSymbol>(Owners.Select(context.Type).OfType<INamedTypeSymbol>(), SymbolEqualityComparer.Default);
        return owners.Count > 0 ? new LoggingMethods(owners) : null;
    }

    /// <summary>Whether a call writes to a log, at whatever level.</summary>
    public bool Logs(IInvocationOperation call) =>
        (AlarmingNames.Contains(call.TargetMethod.Name) || QuietNames.Contains(call.TargetMethod.Name) || LeveledNames.Contains(call.TargetMethod.Name))
        && call.TargetMethod.ContainingType is { } type
        && (_owners.Contains(type.OriginalDefinition) || type.AllInterfaces.Any(@interface => _owners.Contains(@interface.OriginalDefinition)) || DerivesFromOwner(type));

    /// <summary>Whether a call that logs does so at the level of a warning or above.</summary>
    public static bool IsAlarming(IInvocationOperation call) =>
        AlarmingNames.Contains(call.TargetMethod.Name)
        || (LeveledNames.Contains(call.TargetMethod.Name)
            && call.Arguments.Any(argument => argument.Value.Unwrapped() is IFieldReferenceOperation { Field: { IsStatic: true, Name: var level, ContainingType.Name: var type } }
                && AlarmingLevels.Contains(level)
                && type is "LogLevel" or "LogEventLevel"));

    private bool DerivesFromOwner(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (_owners.Contains(current.OriginalDefinition))
                return true;
        }

        return false;
    }
}
