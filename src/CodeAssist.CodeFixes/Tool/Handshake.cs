using System.Collections.Immutable;
using CodeAssist.Repair.Context;

namespace CodeAssist.CodeFixes.Tool;

/// <summary>When code is sent to a model.</summary>
internal enum ModelTrigger
{
    /// <summary>Only when the user invokes the action that asks.</summary>
    Ask,

    /// <summary>When the IDE asks for fixes at a diagnostic; the model runs on this machine.</summary>
    Prefetch,
}

/// <summary>What the tool said of itself and of the user's configuration.</summary>
/// <param name="Model">The model's name, for titles.</param>
/// <param name="Trigger">When code may be sent.</param>
/// <param name="PromptTokens">How many tokens a prompt may have.</param>
/// <param name="Timeout">How long one question may take.</param>
/// <param name="Diagnostics">Further diagnostics that the user wants model fixes for.</param>
/// <param name="Prompts">What the user says about prompts.</param>
internal sealed record Handshake(string Model, ModelTrigger Trigger, int PromptTokens, TimeSpan Timeout, ImmutableArray<string> Diagnostics, PromptSettings Prompts)
{
    // A tool that says nothing, or something absurd, gets these limits.
    private const int DefaultPromptTokens = 2000;
    private const int DefaultTimeoutSeconds = 60;
    private const int LongestTimeoutSeconds = 600;

    /// <summary>Reads the tool's <c>hello</c>: either the handshake or the reason why model fixes are off.</summary>
    public static (Handshake? Handshake, string? OffReason) Of(ToolMessage? hello)
    {
        if (hello is not { Type: "hello", Protocol: { } protocol })
            return (null, Messages.Get("ToolGarbled"));
        if (protocol != ToolMessage.ProtocolVersion)
            return (null, Messages.Get(protocol > ToolMessage.ProtocolVersion ? "ToolTooNew" : "ToolTooOld", protocol, ToolMessage.ProtocolVersion));
        if (hello.ModelFixes != true)
            return (null, string.IsNullOrWhiteSpace(hello.Reason) ? Messages.Get("ToolSaysOff") : hello.Reason);
        return (new Handshake(
            string.IsNullOrWhiteSpace(hello.Model) ? "model" : hello.Model!,
            TriggerOf(hello),
            hello.PromptTokens is > 0 and var tokens ? tokens : DefaultPromptTokens,
            TimeSpan.FromSeconds(hello.TimeoutSeconds is > 0 and var seconds ? Math.Min(seconds, LongestTimeoutSeconds) : DefaultTimeoutSeconds),
            (hello.Diagnostics ?? []).Where(id => !string.IsNullOrWhiteSpace(id)).Distinct(StringComparer.Ordinal).ToImmutableArray(),
            new PromptSettings(hello.Language == "zh-Hans" ? PromptLanguage.Chinese : PromptLanguage.English, hello.Conventions)), null);
    }

    // A trigger that is not known is the one that sends nothing unasked.
    private static ModelTrigger TriggerOf(ToolMessage hello) =>
        hello.Trigger == "prefetch" || (hello.Trigger is null && hello.Loopback == true) ? ModelTrigger.Prefetch : ModelTrigger.Ask;
}
