using System.CommandLine;
using CodeAssist.Cli.Diagnosing;

namespace CodeAssist.Cli.Commands;

/// <summary>Arguments and options that several commands share, so that they mean the same everywhere.</summary>
internal static class CommonOptions
{
    public static Argument<string> Path() => new("path") { Description = Texts.Get("PathHelp") };

    public static Option<string> Format() => Among<string>(new("--format") { Description = Texts.Get("FormatHelp"), DefaultValueFactory = _ => "text" }, "text", "json");

    public static Option<string> LogFormat() => Among<string>(new("--format") { Description = Texts.Get("LogFormatHelp"), DefaultValueFactory = _ => "text" }, "text", "json", "sarif");

    public static Option<bool> NoRestore() => new("--no-restore") { Description = Texts.Get("NoRestoreHelp") };

    public static Option<string[]> Diagnostics() => new("--diagnostic") { Description = Texts.Get("DiagnosticsHelp"), HelpName = "ID", DefaultValueFactory = _ => [] };

    public static Option<string?> Diagnostic() => new("--diagnostic") { Description = Texts.Get("DiagnosticHelp"), HelpName = "ID" };

    public static Option<int?> Line() => new("--line") { Description = Texts.Get("LineHelp"), HelpName = "N" };

    public static Option<string> RequiredDiagnostic() => new("--diagnostic") { Description = Texts.Get("DiagnosticHelp"), HelpName = "ID", Required = true };

    public static Option<int> RequiredLine() => new("--line") { Description = Texts.Get("LineHelp"), HelpName = "N", Required = true };

    public static Option<string?> Model() => new("--model") { Description = Texts.Get("ModelHelp"), HelpName = "NAME" };

    public static Option<string?> Severity() => Among<string?>(new("--severity") { Description = Texts.Get("SeverityHelp") }, Severities.Names);

    /// <summary>The option takes a number within bounds.</summary>
    public static void Between(Option<int> option, int low, int high) => option.Validators.Add(result =>
    {
        if (result.Tokens is [var token] && (!int.TryParse(token.Value, out var number) || number < low || number > high))
            result.AddError(Texts.Get("NumberRange", option.Name, low, high));
    });

    private static Option<T> Among<T>(Option<T> option, params string[] words)
    {
        option.AcceptOnlyFromAmong(words);
        return option;
    }
}
