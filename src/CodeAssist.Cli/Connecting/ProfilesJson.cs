using CodeAssist.Models.Configuration;

namespace CodeAssist.Cli.Connecting;

/// <summary>The profiles for machines. Where a key comes from is told, the key is not.</summary>
internal sealed record ProfilesJson(string? File, bool ModelFixes, string? DefaultProfile, IReadOnlyList<ProfilesJson.ProfileJson> Profiles)
{
    public static ProfilesJson Of(UserConfiguration configuration) => new(
        configuration.File,
        configuration.ModelFixes,
        configuration.DefaultProfile?.Name,
        [.. configuration.Profiles.Select(profile => new ProfileJson(
            profile.Name, profile.Kind.Name, profile.Endpoint.AbsoluteUri, profile.Model, profile.Key.Source.Length == 0 ? null : profile.Key.Source,
            profile.ContextTokens, profile.PromptTokens, profile.OutputTokens, profile.TimeoutSeconds, profile.Thinking, configuration.Refusal(profile)))]);

    internal sealed record ProfileJson(
        string Name, string Kind, string Endpoint, string Model, string? KeySource, int? ContextTokens, int PromptTokens, int OutputTokens, int TimeoutSeconds,
        bool Thinking, string? Refusal);
}
