using System.Collections.Immutable;

namespace CodeAssist.Models.Configuration;

/// <summary>What the machine's owner allows; it stands above everything that a user configures.</summary>
public sealed record MachinePolicy
{
    /// <summary>The keys of the file.</summary>
    internal static ImmutableArray<string> Keys { get; } = ["modelFixes", "loopbackOnly", "allowedHosts"];

    /// <summary>The policy of a machine that has none.</summary>
    public static MachinePolicy None { get; } = new();

    /// <summary>The policy's file; empty where there is none.</summary>
    public string File { get; private init; } = string.Empty;

    /// <summary>Whether models may be asked at all.</summary>
    public bool AllowsModelFixes { get; private init; } = true;

    /// <summary>Whether endpoints must be on this machine.</summary>
    public bool LoopbackOnly { get; private init; }

    /// <summary>The hosts that endpoints may have, <c>*.example.com</c> for any below one; empty for no restriction. This machine is always allowed.</summary>
    public ImmutableArray<string> AllowedHosts { get; private init; } = [];

    /// <summary>Reads a policy. One that cannot be read is an error: what it forbids is then unknown.</summary>
    internal static MachinePolicy Read(string file)
    {
        if (SettingsObject.Read(file)?.Knowing(Keys) is not { } settings)
            return None;
        return new MachinePolicy
        {
            File = file,
            AllowsModelFixes = settings.Boolean("modelFixes") ?? true,
            LoopbackOnly = settings.Boolean("loopbackOnly") ?? false,
            AllowedHosts = settings.Strings("allowedHosts"),
        };
    }

    /// <summary>Why a profile may not be used, or null where it may.</summary>
    internal string? Refusal(ModelProfile profile)
    {
        if (!AllowsModelFixes)
            return Messages.Get("PolicyOff", File);
        if (profile.IsLoopback)
            return null;
        if (LoopbackOnly)
            return Messages.Get("PolicyLoopback", File, profile.Name, profile.Endpoint.Host);
        return AllowedHosts.IsEmpty || AllowedHosts.Any(host => Covers(host, profile.Endpoint.Host))
            ? null
            : Messages.Get("PolicyHosts", File, profile.Name, profile.Endpoint.Host, string.Join(", ", AllowedHosts));
    }

    private static bool Covers(string allowed, string host) =>
        allowed.StartsWith("*.", StringComparison.Ordinal)
            ? host.EndsWith(allowed[1..], StringComparison.OrdinalIgnoreCase)
            : host.Equals(allowed, StringComparison.OrdinalIgnoreCase);
}
