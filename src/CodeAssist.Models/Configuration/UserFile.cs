using System.Collections.Immutable;

namespace CodeAssist.Models.Configuration;

/// <summary>The user's <c>config.json</c>.</summary>
internal sealed record UserFile
{
    /// <summary>The keys of the file.</summary>
    public static ImmutableArray<string> Keys { get; } =
        ["$schema", "modelFixes", "trigger", "defaultProfile", "diagnostics", "tool", "profiles"];

    public string? Path { get; private init; }

    public bool? ModelFixes { get; private init; }

    public FixTrigger? Trigger { get; private init; }

    public string? DefaultProfile { get; private init; }

    public ImmutableArray<string> Diagnostics { get; private init; } = [];

    public string? Tool { get; private init; }

    public ImmutableArray<ModelProfile> Profiles { get; private init; } = [];

    public static UserFile Read(string? path, IProcessEnvironment environment) =>
        path is null || SettingsObject.Read(path) is not { } settings ? new UserFile { Path = path } : Of(settings, path, environment);

    /// <summary>The same of a text that is not in the file yet.</summary>
    public static UserFile Parse(ReadOnlySpan<byte> json, string path, IProcessEnvironment environment) =>
        Of(SettingsObject.Parse(json, path), path, environment);

    private static UserFile Of(SettingsObject settings, string path, IProcessEnvironment environment)
    {
        settings.Knowing(Keys);
        settings.String("$schema");
        var profiles = ProfilesOf(settings, path, environment);
        return new UserFile
        {
            Path = path,
            ModelFixes = settings.Boolean("modelFixes"),
            Trigger = TriggerOf(settings),
            DefaultProfile = DefaultOf(settings, profiles),
            Diagnostics = settings.Strings("diagnostics"),
            Tool = settings.String("tool"),
            Profiles = profiles,
        };
    }

    private static ImmutableArray<ModelProfile> ProfilesOf(SettingsObject settings, string path, IProcessEnvironment environment)
    {
        if (settings.Object("profiles") is not { } profiles)
            return [];
        return [.. profiles.Names.Select(name => name == EnvironmentProfile.Name
            ? throw profiles.Fault(name, Messages.Get("ReservedName", profiles.PathOf(name)))
            : ProfileReader.Read(name, profiles.Object(name)!, path, environment))];
    }

    private static string? DefaultOf(SettingsObject settings, ImmutableArray<ModelProfile> profiles)
    {
        var name = settings.String("defaultProfile");
        return name is null || profiles.Any(profile => profile.Name == name)
            ? name
            : throw settings.Fault("defaultProfile", Messages.Get("UnknownDefault", name, string.Join(", ", profiles.Select(profile => profile.Name))));
    }

    private static FixTrigger? TriggerOf(SettingsObject settings) => settings.String("trigger") switch
    {
        null => null,
        "ask" => FixTrigger.Ask,
        "prefetch" => FixTrigger.Prefetch,
        var value => throw settings.Fault("trigger", Messages.Get("BadValue", "trigger", Messages.Get("NotTrigger", value))),
    };
}
