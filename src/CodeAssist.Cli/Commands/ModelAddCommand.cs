using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using CodeAssist.Cli.Connecting;
using CodeAssist.Cli.Output;
using CodeAssist.Models.Configuration;
using CodeAssist.Models.Discovery;
using CodeAssist.Models.Endpoints;

namespace CodeAssist.Cli.Commands;

/// <summary><c>codeassist model add</c>: connects a model, tries it, and writes its profile.</summary>
internal sealed class ModelAddCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Option<string?> _kind = new("--kind") { Description = Texts.Get("KindHelp"), HelpName = "KIND" };
    private readonly Option<string?> _model = new("--model") { Description = Texts.Get("ModelNameHelp"), HelpName = "MODEL" };
    private readonly Option<string?> _endpoint = new("--endpoint") { Description = Texts.Get("EndpointHelp"), HelpName = "URL" };
    private readonly Option<string?> _name = new("--name") { Description = Texts.Get("ProfileNameHelp"), HelpName = "NAME" };
    private readonly Option<string?> _keyVariable = new("--key-variable") { Description = Texts.Get("KeyVariableHelp"), HelpName = "VARIABLE" };
    private readonly Option<string?> _keyFile = new("--key-file") { Description = Texts.Get("KeyFileHelp"), HelpName = "FILE" };
    private readonly Option<string?> _keyCommand = new("--key-command") { Description = Texts.Get("KeyCommandHelp"), HelpName = "COMMAND" };
    private readonly Option<bool> _thinking = new("--thinking") { Description = Texts.Get("ThinkingHelp") };
    private readonly Option<bool> _allowHttp = new("--allow-http") { Description = Texts.Get("AllowHttpHelp") };
    private readonly Option<bool> _noTest = new("--no-test") { Description = Texts.Get("NoTestHelp") };
    private readonly Option<bool> _replace = new("--replace") { Description = Texts.Get("ReplaceHelp") };

    public ModelAddCommand(Terminal terminal)
        : base("add", Texts.Get("ModelAddHelp"))
    {
        _terminal = terminal;
        Option[] options = [_kind, _model, _endpoint, _name, _keyVariable, _keyFile, _keyCommand, _thinking, _allowHttp, _noTest, _replace];
        foreach (var option in options)
            Add(option);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var configuration = UserConfiguration.Load();
        var editor = UserFileEditor.Open();
        var replace = arguments.GetValue(_replace);
        var noTest = arguments.GetValue(_noTest);
        var finder = new ProfileFinder(_terminal);
        var draft = await finder.FindEndpointAsync(Given(arguments, editor, replace), cancellation).ConfigureAwait(false);

        // The list is asked of the very profile that will be written, so that its key and address are tried with it.
        var name = draft.Name ?? ProfileDraft.NameOf(draft.Model ?? draft.Kind!.Name, editor.HasProfile);
        var probe = Approved(configuration, editor.SetProfile(name, (draft with { Model = draft.Model ?? "any" }).ToJson()));
        var served = noTest && draft.Model is not null ? null : await ServedAsync(probe, cancellation).ConfigureAwait(false);
        draft = await finder.FindModelAsync(draft, served, cancellation).ConfigureAwait(false);

        editor = UserFileEditor.Open();
        name = await finder.FindNameAsync(draft, editor.HasProfile, cancellation).ConfigureAwait(false);
        RefuseTaken(editor, name, replace);
        var profile = Approved(configuration, editor.SetProfile(name, draft.ToJson()));
        if (!noTest)
            await TryAsync(editor, profile, served?.Find(profile.Model)?.ContextTokens, cancellation).ConfigureAwait(false);
        Save(editor, configuration, profile);
        return ExitCode.Done;
    }

    private ProfileDraft Given(ParseResult arguments, UserFileEditor editor, bool replace)
    {
        var kind = arguments.GetValue(_kind);
        if (arguments.GetValue(_endpoint) is { } endpoint && ModelProfile.EndpointProblem(endpoint) is { } problem)
            throw ToolException.Usage("BadOption", _endpoint.Name, problem);
        var draft = new ProfileDraft
        {
            Name = arguments.GetValue(_name),
            Kind = kind is null ? null : EndpointKinds.Find(kind)
                ?? throw ToolException.Usage("BadOption", _kind.Name, EndpointKinds.Unknown(kind)),
            Endpoint = arguments.GetValue(_endpoint),
            Model = arguments.GetValue(_model),
            KeyVariable = arguments.GetValue(_keyVariable),
            // Written as it is meant here; in the file it would be taken from the file's folder.
            KeyFile = arguments.GetValue(_keyFile) is { } file ? Path.GetFullPath(file) : null,
            KeyCommand = arguments.GetValue(_keyCommand) is { } command ? [.. CommandLineParser.SplitCommandLine(command)] : [],
            Thinking = arguments.GetValue(_thinking),
            AllowHttp = arguments.GetValue(_allowHttp),
        };
        if (draft.Name is { } name)
            RefuseTaken(editor, name, replace);
        return draft;
    }

    private static void RefuseTaken(UserFileEditor editor, string name, bool replace)
    {
        if (!replace && editor.HasProfile(name))
            throw ToolException.Usage("ProfileExists", name);
    }

    private static ModelProfile Approved(UserConfiguration configuration, ModelProfile profile) =>
        configuration.Refusal(profile) is { } refusal ? throw new ConfigurationException(refusal) : profile;

    private async Task<ServedModels?> ServedAsync(ModelProfile profile, CancellationToken cancellation)
    {
        try
        {
            return await _terminal.Progress.RunAsync(Texts.Get("Looking"), _ => ModelCatalog.ListAsync(profile, cancellation)).ConfigureAwait(false);
        }
        catch (EndpointException exception)
        {
            // The profile in which a key is missing is not written yet.
            throw exception.Fault == EndpointFault.Unauthorized && profile.Key.Source.Length == 0
                ? ToolException.Usage("KeyWanted", profile.Endpoint.Authority)
                : ToolException.Usage("NotAdded", exception.Message);
        }
    }

    private async Task TryAsync(UserFileEditor editor, ModelProfile profile, int? context, CancellationToken cancellation)
    {
        var trial = await new TrialRepair(_terminal).RunAsync(profile, cancellation).ConfigureAwait(false);
        // A reply that is of no use is the model's, and the budgets below may mend it; no reply at all is the profile's.
        if (trial.EndpointFailed && trial.Timings.Count == 0)
            throw ToolException.Usage("NotAdded", trial.Reason);
        if (context is null && profile.Kind.Family == EndpointFamily.Ollama)
            context = await ContextAsync(profile, cancellation).ConfigureAwait(false);
        var budgets = MeasuredBudgets.Of(profile, trial.Timings, context);
        editor.SetInProfile(profile.Name, "timeoutSeconds", budgets.TimeoutSeconds);
        editor.SetInProfile(profile.Name, "outputTokens", budgets.OutputTokens);
        if (budgets.PromptTokens is { } prompt)
            editor.SetInProfile(profile.Name, "promptTokens", prompt);
        if (budgets.ContextTokens is { } tokens)
            editor.SetInProfile(profile.Name, "contextTokens", tokens);
        TrialText.Write(_terminal, profile, trial);
        _terminal.Output.WriteLine(Texts.Get("Budgets", budgets.TimeoutSeconds, budgets.OutputTokens, budgets.ContextTokens?.ToString(CultureInfo.InvariantCulture) ?? "-"));
    }

    private static async Task<int?> ContextAsync(ModelProfile profile, CancellationToken cancellation)
    {
        try
        {
            return await ModelCatalog.ContextOfOllamaAsync(profile, cancellation).ConfigureAwait(false);
        }
        catch (EndpointException)
        {
            // It has just replied; what it does not say of the context is left at our own default.
            return null;
        }
    }

    private void Save(UserFileEditor editor, UserConfiguration configuration, ModelProfile profile)
    {
        if (!editor.Has("defaultProfile"))
            editor.Set("defaultProfile", profile.Name);
        if (!editor.Has("modelFixes"))
            editor.Set("modelFixes", true);
        if (ToolPath.OfThisProcess() is { } tool)
            editor.Set("tool", tool);
        editor.Save();
        _terminal.Output.WriteLine(Texts.Get("ProfileWritten", profile.Name, editor.Path));
        _terminal.Output.WriteLine(Texts.Get("ProfileNext", profile.Name));
        if (!configuration.Policy.AllowsModelFixes)
            _terminal.Note(Texts.Get("PolicyForbids", configuration.Policy.File));
    }
}
