using System.CommandLine;
using CodeAssist.Cli.Diagnosing;
using CodeAssist.Cli.Loading;
using CodeAssist.Cli.Output;
using CodeAssist.Models.Configuration;
using CodeAssist.Repair;
using CodeAssist.Repair.Context;

namespace CodeAssist.Cli.Commands;

/// <summary><c>codeassist prompt</c>: prints what would be sent to a model, and sends nothing.</summary>
internal sealed class PromptCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Argument<string> _path = CommonOptions.Path();
    private readonly Option<string> _diagnostic = CommonOptions.RequiredDiagnostic();
    private readonly Option<int> _line = CommonOptions.RequiredLine();
    private readonly Option<string?> _file = new("--file") { Description = Texts.Get("PromptFileHelp"), HelpName = "F" };
    private readonly Option<string?> _model = new("--model") { Description = Texts.Get("PromptModelHelp"), HelpName = "NAME" };
    private readonly Option<bool> _noRestore = CommonOptions.NoRestore();

    public PromptCommand(Terminal terminal)
        : base("prompt", Texts.Get("PromptHelp"))
    {
        _terminal = terminal;
        Add(_path);
        Add(_diagnostic);
        Add(_line);
        Add(_file);
        Add(_model);
        Add(_noRestore);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var configuration = UserConfiguration.Load();
        var profile = ProfileOf(configuration, arguments.GetValue(_model));
        var id = arguments.GetRequiredValue(_diagnostic);
        using var input = await new InputLoader(_terminal).LoadAsync(
            arguments.GetRequiredValue(_path), new LoadOptions(!arguments.GetValue(_noRestore), [id]), cancellation).ConfigureAwait(false);
        var document = DiagnosticPlace.DocumentOf(input, arguments.GetValue(_file));
        var diagnostic = await DiagnosticPlace.FindAsync(document, id, arguments.GetRequiredValue(_line), cancellation).ConfigureAwait(false);
        var request = await RepairRequest.CreateAsync(document, diagnostic, cancellation).ConfigureAwait(false)
            ?? throw ToolException.Usage("NoRegion");

        if (await RepositoryLimits.RefusalAsync(document, cancellation).ConfigureAwait(false) is { } refusal)
            _terminal.Note(refusal);
        var budget = Math.Min(
            profile?.PromptTokens ?? ModelProfile.DefaultPromptTokens,
            await RepositoryLimits.MaxTokensAsync(document, cancellation).ConfigureAwait(false) ?? int.MaxValue);
        var prompt = await PromptBuilder.BuildAsync(request, [], budget, cancellation, RepositoryLimits.RefusalIn(document.Project.Solution), profile?.Prompts).ConfigureAwait(false);
        var preview = PromptPreview.Of(prompt, profile);
        PromptText.Write(_terminal.Output, _terminal.Paint, preview, budget);
        return preview.Problem is null ? ExitCode.Done : ExitCode.Findings;
    }

    // Without a profile there is still a prompt to look at: nobody should have to connect a model to see what it
    // would be sent.
    private static ModelProfile? ProfileOf(UserConfiguration configuration, string? model) =>
        model is null && configuration.Profiles.IsEmpty ? null : configuration.ResolveProfile(model);
}
