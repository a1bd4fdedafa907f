using System.CommandLine;
using System.Text.Json;
using CodeAssist.Cli.Connecting;
using CodeAssist.Cli.Output;
using CodeAssist.Models.Configuration;

namespace CodeAssist.Cli.Commands;

/// <summary><c>codeassist model list</c>: the profiles, without asking any of them.</summary>
internal sealed class ModelListCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Option<string> _format = CommonOptions.Format();

    public ModelListCommand(Terminal terminal)
        : base("list", Texts.Get("ModelListHelp"))
    {
        _terminal = terminal;
        Add(_format);
        SetAction(Run);
    }

    private int Run(ParseResult arguments)
    {
        var configuration = UserConfiguration.Load();
        if (arguments.GetValue(_format) == "json")
        {
            _terminal.Output.WriteLine(JsonSerializer.Serialize(ProfilesJson.Of(configuration), Json.Indented));
            return ExitCode.Done;
        }

        if (configuration.Profiles.IsEmpty)
        {
            _terminal.Output.WriteLine(Texts.Get("NoProfiles"));
            return ExitCode.Done;
        }

        TextTable.Write(
            _terminal.Output,
            [Texts.Get("ColumnName"), Texts.Get("ColumnKind"), Texts.Get("ColumnModel"), Texts.Get("ColumnEndpoint"), Texts.Get("ColumnKey"), ""],
            configuration.Profiles.Select(profile => new[]
            {
                profile.Name, profile.Kind.Name, profile.Model, profile.Endpoint.AbsoluteUri.TrimEnd('/'),
                profile.Key.Source.Length == 0 ? "-" : profile.Key.Source,
                configuration.Refusal(profile) is { } refusal ? Texts.Get("Refused", refusal) : profile == configuration.DefaultProfile ? Texts.Get("IsDefault") : "",
            }));
        return ExitCode.Done;
    }
}
