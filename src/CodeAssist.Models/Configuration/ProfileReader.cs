using System.Collections.Immutable;
using CodeAssist.Models.Endpoints;
using CodeAssist.Repair.Context;

namespace CodeAssist.Models.Configuration;

/// <summary>Reads one profile of the user's file.</summary>
internal static class ProfileReader
{
    /// <summary>The keys of a profile.</summary>
    public static ImmutableArray<string> Keys { get; } =
    [
        "kind", "endpoint", "model", "keyVariable", "keyFile", "keyCommand", "contextTokens", "promptTokens",
        "outputTokens", "timeoutSeconds", "thinking", "allowHttp", "systemPrompt", "language", "conventions", "prices",
        "fixTokens", "sessionTokens", "requestsPerMinute", "concurrentRequests",
    ];

    /// <summary>The keys of a profile's prices.</summary>
    public static ImmutableArray<string> PriceKeys { get; } = ["input", "output", "currency"];

    // Far above any model of today, far below an overflow.
    private const int MostTokens = 16_000_000;

    private const int MostSeconds = 3600;

    // A budget of a session may be large; one larger than this is no budget.
    private const int MostSessionTokens = 2_000_000_000;

    private const int MostRequestsPerMinute = 10_000;

    private const int MostConcurrentRequests = 64;

    /// <summary>Reads a profile.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="settings">What stands there.</param>
    /// <param name="file">The file that it stands in.</param>
    /// <param name="environment">Where keys are.</param>
    public static ModelProfile Read(string name, SettingsObject settings, string file, IProcessEnvironment environment)
    {
        settings.Knowing(Keys);
        var endpoint = EndpointOf(settings);
        var kind = KindOf(settings, endpoint);
        var thinking = settings.Boolean("thinking") ?? false;
        var profile = new ModelProfile
        {
            Name = name,
            Kind = kind,
            Endpoint = endpoint,
            Model = settings.RequiredString("model"),
            ContextTokens = settings.Integer("contextTokens", 512, MostTokens),
            PromptTokens = settings.Integer("promptTokens", 256, MostTokens) ?? ModelProfile.DefaultPromptTokens,
            OutputTokens = settings.Integer("outputTokens", 64, MostTokens)
                ?? (thinking ? ModelProfile.DefaultThinkingOutputTokens : ModelProfile.DefaultOutputTokens),
            TimeoutSeconds = settings.Integer("timeoutSeconds", 1, MostSeconds) ?? ModelProfile.DefaultTimeoutSeconds,
            Thinking = thinking,
            AllowHttp = settings.Boolean("allowHttp") ?? false,
            SystemPrompt = settings.String("systemPrompt"),
            Prompts = new PromptSettings(LanguageOf(settings), ConventionsOf(settings)),
            Prices = PricesOf(settings),
            FixTokens = settings.Integer("fixTokens", 1, MostTokens),
            SessionTokens = settings.Integer("sessionTokens", 1, MostSessionTokens),
            RequestsPerMinute = settings.Integer("requestsPerMinute", 1, MostRequestsPerMinute),
            ConcurrentRequests = settings.Integer("concurrentRequests", 1, MostConcurrentRequests),
            Key = KeyOf(settings, kind, endpoint, Path.GetDirectoryName(file)!, environment),
            DefinedIn = file,
        };
        return profile.ContextTokens is { } context && (long)profile.PromptTokens + profile.OutputTokens > context
            ? throw settings.Fault("contextTokens", Messages.Get("ContextTooSmall", settings.PathOf("contextTokens"), context, profile.PromptTokens, profile.OutputTokens))
            : profile;
    }

    private static Uri EndpointOf(SettingsObject settings)
    {
        var (address, problem) = EndpointAddress.Parse(settings.RequiredString("endpoint"));
        return address ?? throw settings.Fault("endpoint", Messages.Get("BadValue", settings.PathOf("endpoint"), problem));
    }

    private static EndpointKind KindOf(SettingsObject settings, Uri endpoint)
    {
        if (settings.String("kind") is not { } name)
            return EndpointKinds.Guess(endpoint);
        return EndpointKinds.Find(name)
            ?? throw settings.Fault("kind", Messages.Get("BadValue", settings.PathOf("kind"), EndpointKinds.Unknown(name)));
    }

    private static PromptLanguage LanguageOf(SettingsObject settings) => settings.String("language") switch
    {
        null or "en" => PromptLanguage.English,
        "zh-Hans" => PromptLanguage.Chinese,
        var value => throw settings.Fault("language", Messages.Get("BadValue", settings.PathOf("language"), Messages.Get("NotLanguage", value.ToOneLine()))),
    };

    private static string? ConventionsOf(SettingsObject settings) => settings.BooleanOrString("conventions") switch
    {
        (true, _) => PromptSettings.UsualConventions,
        (_, { } name) => PromptSettings.IsBelowRoot(name)
            ? name
            : throw settings.Fault("conventions", Messages.Get("BadValue", settings.PathOf("conventions"), Messages.Get("NotBelowRoot", name.ToOneLine()))),
        _ => null,
    };

    private static ModelPrices? PricesOf(SettingsObject settings) =>
        settings.Object("prices")?.Knowing(PriceKeys) is { } prices
            ? new ModelPrices(prices.Decimal("input") ?? 0, prices.Decimal("output") ?? 0, prices.String("currency") ?? "USD")
            : null;

    private static ApiKey KeyOf(SettingsObject settings, EndpointKind kind, Uri endpoint, string folder, IProcessEnvironment environment)
    {
        var variable = settings.String("keyVariable");
        // Taken before anything else is complained about: a key must not stay in the environment because of a typo.
        var taken = variable is null ? null : environment.Take(variable);
        var file = settings.String("keyFile");
        var command = settings.Strings("keyCommand");
        // An empty list would be taken for a profile that needs no key.
        if (command.IsEmpty && settings.Names.Contains("keyCommand"))
            throw settings.Fault("keyCommand", Messages.Get("KeyCommandNothing", settings.PathOf("keyCommand")));
        string[] given = [.. new[] { variable is null ? null : "keyVariable", file is null ? null : "keyFile", command.IsEmpty ? null : "keyCommand" }.OfType<string>()];
        if (given.Length > 1)
            throw settings.Fault(given[1], Messages.Get("SeveralKeys", settings.PathOf(given[0]), settings.PathOf(given[1])));
        if (variable is not null)
            return ApiKey.FromVariable(variable, taken);
        if (file is not null)
            return ApiKey.FromFile(FilePath(file, folder));
        return command.IsEmpty ? Conventional(kind, endpoint, environment) : ApiKey.FromCommand(command);
    }

    /// <summary>
    /// The key that users of a service keep in its own variable, which goes to the service's own hosts only. A server
    /// that people run themselves may have none.
    /// </summary>
    internal static ApiKey Conventional(EndpointKind kind, Uri endpoint, IProcessEnvironment environment)
    {
        if (kind.KeyVariable is not { } variable || !(EndpointKinds.IsHostOf(kind, endpoint) || (kind.Hosts.IsEmpty && Loopback.Is(endpoint))))
            return ApiKey.None;
        var value = environment.Take(variable);
        return value is null && kind.Hosts.IsEmpty ? ApiKey.None : ApiKey.FromVariable(variable, value);
    }

    // Relative to the configuration, never to the folder in which the tool was started: that one is a repository's.
    private static string FilePath(string file, string folder) =>
        file.StartsWith("~/", StringComparison.Ordinal)
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), file[2..])
            : Path.GetFullPath(file, folder);
}
