using CodeAssist.Models.Endpoints;
using CodeAssist.Repair.Context;

namespace CodeAssist.Models.Configuration;

/// <summary>A model that the user has configured: where it is and what may be asked of it.</summary>
public sealed record ModelProfile
{
    /// <summary>The tokens of a prompt where the profile does not say.</summary>
    public const int DefaultPromptTokens = 2000;

    /// <summary>The tokens of a reply where the profile does not say: a region of forty long lines three times over.</summary>
    public const int DefaultOutputTokens = 2048;

    /// <summary>The same where the model thinks first: thinking is paid from the same purse.</summary>
    public const int DefaultThinkingOutputTokens = 8192;

    /// <summary>The seconds for one request with its retries where the profile does not say: a model on a processor is slow.</summary>
    public const int DefaultTimeoutSeconds = 120;

    /// <summary>The name; <c>env</c> for the one that environment variables define.</summary>
    public required string Name { get; init; }

    /// <summary>What is special about the endpoint.</summary>
    public required EndpointKind Kind { get; init; }

    /// <summary>The full base address; only <c>/chat/completions</c> is appended to it.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>The model's name as the server knows it.</summary>
    public required string Model { get; init; }

    /// <summary>How many tokens, by our own estimate, a prompt may have.</summary>
    public int PromptTokens { get; init; } = DefaultPromptTokens;

    /// <summary>How many tokens a reply may have.</summary>
    public int OutputTokens { get; init; } = DefaultOutputTokens;

    /// <summary>The model's context in tokens, or null where the profile does not say.</summary>
    public int? ContextTokens { get; init; }

    /// <summary>How many seconds one request may take, retries included.</summary>
    public int TimeoutSeconds { get; init; } = DefaultTimeoutSeconds;

    /// <summary>Whether the model is to think before it replies.</summary>
    public bool Thinking { get; init; }

    /// <summary>Whether the user allows an endpoint on another machine without encryption.</summary>
    public bool AllowHttp { get; init; }

    /// <summary>What the user wants the model to be told besides our own instructions, or null.</summary>
    public string? SystemPrompt { get; init; }

    /// <summary>The language of our own instructions, and whether a team's conventions are quoted.</summary>
    public PromptSettings Prompts { get; init; } = PromptSettings.Default;

    /// <summary>What tokens cost, or null where the profile does not say.</summary>
    public ModelPrices? Prices { get; init; }

    /// <summary>How many tokens, in and out, all requests for one fix may use together; null for a default above any normal use.</summary>
    public int? FixTokens { get; init; }

    /// <summary>How many tokens, in and out, all requests of a process may use together; null where the profile does not say.</summary>
    public int? SessionTokens { get; init; }

    /// <summary>How many requests may be sent in any minute; null for no limit.</summary>
    public int? RequestsPerMinute { get; init; }

    /// <summary>How many requests may be under way at once; null for a default by where the endpoint is.</summary>
    public int? ConcurrentRequests { get; init; }

    /// <summary>The file that the profile stands in; null where it stands in none.</summary>
    public string? DefinedIn { get; init; }

    /// <summary>Where the key comes from.</summary>
    public ApiKey Key { get; init; } = ApiKey.None;

    /// <summary>Why a text is no address of an endpoint, in one line; null where it is one.</summary>
    public static string? EndpointProblem(string endpoint) => EndpointAddress.Parse(endpoint).Problem;

    /// <summary>Whether the endpoint is on this machine.</summary>
    public bool IsLoopback => Loopback.Is(Endpoint);
}

/// <summary>What tokens cost.</summary>
/// <param name="Input">The price of a million tokens of prompts.</param>
/// <param name="Output">The price of a million tokens of replies.</param>
/// <param name="Currency">The currency, as the user wrote it.</param>
public sealed record ModelPrices(decimal Input, decimal Output, string Currency);
